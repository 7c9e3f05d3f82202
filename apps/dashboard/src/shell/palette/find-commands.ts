export interface Command {
  readonly id: string;
  readonly label: string;
  /** Other words one might look for it by. */
  readonly words?: string;
}

/**
 * The commands that hold each of the typed words, wherever it stands; those where a word begins with it come first, and
 * accents do not matter. Nothing typed: all of them.
 *
 * @example findCommands([{ id: 'c', label: 'Customers' }], 'cust')
 */
export function findCommands<Found extends Command>(commands: readonly Found[], typed: string): readonly Found[] {
  const wanted = fold(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return commands;
  const scored = commands.map((command) => ({ command, score: scoreOf(command, wanted) }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

/** The first ones of each group: a short list is looked through, a long one is typed on. */
export function firstOfEach<Found extends { readonly group: string }>(
  commands: readonly Found[],
  most: number,
): readonly Found[] {
  const counts = new Map<string, number>();
  return commands.filter(({ group }) => {
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= most;
  });
}

/** Each group together, in the order of its best. */
export function gatherGroups<Found extends { readonly group: string }>(commands: readonly Found[]): readonly Found[] {
  const groups = new Map<string, Found[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups.values()].flat();
}

/** 0: a word is missing. Names count more than other words, beginnings more than what stands inside. */
function scoreOf({ label, words = '' }: Command, wanted: readonly string[]): number {
  const name = fold(label);
  const text = `${name} ${fold(words)}`;
  let score = 0;
  for (const word of wanted) {
    if (!text.includes(word)) return 0;
    score += name.startsWith(word) ? 4 : ` ${name}`.includes(` ${word}`) ? 3 : name.includes(word) ? 2 : 1;
  }
  return score;
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
