import { parseArgs } from 'node:util';
import { findNameProblem } from './adapter-names.ts';
import { abilities, type AdapterKind, type Answers } from './answers.ts';

/** What was said on the command line; what was not is asked. */
export interface Wish {
  readonly folder: string | null;
  readonly answers: Partial<Answers>;
  /** Nothing is asked; what was not said is the default. */
  readonly isUnasked: boolean;
}

/** The command line cannot be understood; the message says what would be. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export const usage = `Usage: npm create @regulars/adapter [folder] -- [options]

  --name <name>      how the platform or provider is called, e.g. Lemonade
  --kind <kind>      platform (orders come from it) or mail (mail goes out by it)
  --can <abilities>  what it can do, with commas between; none for nothing yet
                     platform: ${Object.keys(abilities.platform).join(', ')}
                     mail: ${Object.keys(abilities.mail).join(', ')}
  --yes              ask nothing`;

/** @throws UsageError */
export function readArguments(args: readonly string[]): Wish | 'help' {
  const { values, positionals } = parse(args);
  if (values.help === true) return 'help';
  const [folder = null, ...others] = positionals;
  if (others.length > 0) throw new UsageError(`One folder at most, not ${others.join(' ')} as well.`);
  const problem = values.name === undefined ? null : findNameProblem(values.name);
  if (problem !== null) throw new UsageError(`--name: ${problem}`);
  const { kind } = values;
  if (kind !== undefined && !isKind(kind)) throw new UsageError('--kind is platform or mail.');
  return {
    folder,
    isUnasked: values.yes === true,
    answers: {
      ...(values.name === undefined ? {} : { name: values.name }),
      ...(kind === undefined ? {} : { kind }),
      ...(values.can === undefined ? {} : { can: readAbilities(values.can, kind ?? 'platform') }),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        kind: { type: 'string' },
        can: { type: 'string' },
        yes: { type: 'boolean', short: 'y' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isKind(text: string): text is AdapterKind {
  return Object.hasOwn(abilities, text);
}

function readAbilities(text: string, kind: AdapterKind): readonly string[] {
  const can = text === 'none' ? [] : text.split(',').map((each) => each.trim());
  const unknown = can.filter((each) => !Object.hasOwn(abilities[kind], each));
  if (unknown.length === 0) return can;
  throw new UsageError(
    `--can: ${unknown.join(', ')} is nothing a ${kind} adapter declares; it is ${Object.keys(abilities[kind]).join(', ')} or none.`,
  );
}
