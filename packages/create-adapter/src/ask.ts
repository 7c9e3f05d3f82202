import type { Readable, Writable } from 'node:stream';
import { isCancel, multiselect, select, text } from '@clack/prompts';
import { findNameProblem } from './adapter-names.ts';
import { abilities, type AdapterKind, type Answers } from './answers.ts';

/** Where questions are shown and answers typed; the terminal when left out. */
export interface Terminal {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks for what was not said, three questions at most. Null when whoever is asked leaves. */
export async function ask(given: Partial<Answers>, terminal: Terminal = {}): Promise<Answers | null> {
  const name = given.name ?? (await askName(terminal));
  if (isCancel(name)) return null;
  const kind = given.kind ?? (await askKind(terminal));
  if (isCancel(kind)) return null;
  const can = given.can ?? (await askAbilities(kind, terminal));
  if (isCancel(can)) return null;
  return { name, kind, can };
}

function askName(terminal: Terminal) {
  return text({
    ...terminal,
    message: 'How is the platform or provider called?',
    placeholder: 'Lemonade',
    validate: (value) => findNameProblem(value ?? '') ?? undefined,
  });
}

function askKind(terminal: Terminal) {
  return select<AdapterKind>({
    ...terminal,
    message: 'What is it for?',
    options: [
      { value: 'platform', label: 'Platform', hint: 'orders come from it' },
      { value: 'mail', label: 'Mail', hint: 'mail goes out by it' },
    ],
  });
}

function askAbilities(kind: AdapterKind, terminal: Terminal) {
  return multiselect<string>({
    ...terminal,
    message: 'What can it do? (space to choose, enter to go on; more can be declared later)',
    options: Object.entries(abilities[kind]).map(([value, label]) => ({ value, label })),
    required: false,
  });
}
