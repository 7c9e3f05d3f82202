import path from 'node:path';
import { toAdapterNames } from './adapter-names.ts';
import type { Answers } from './answers.ts';
import { ask, type Terminal } from './ask.ts';
import { createPackage } from './create-package.ts';
import { readArguments, usage, UsageError } from './read-arguments.ts';

/** The process around a run. */
export interface Surroundings {
  readonly folder: string;
  readonly isTerminal: boolean;
  readonly terminal?: Terminal;
  print(line: string): void;
}

const defaults: Answers = { name: 'My Shop', kind: 'platform', can: [] };

/** @returns the exit code: 0 done, 1 not written, 2 not understood, 130 left. */
export async function run(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { print } = surroundings;
  try {
    const wish = readArguments(args);
    if (wish === 'help') {
      print(usage);
      return 0;
    }
    const isComplete = Object.keys(defaults).every((question) => question in wish.answers);
    if (!wish.isUnasked && !isComplete && !surroundings.isTerminal)
      throw new UsageError('There is no terminal to ask at. Say --name, --kind and --can, or --yes.');
    const answers = wish.isUnasked ? { ...defaults, ...wish.answers } : await ask(wish.answers, surroundings.terminal);
    if (answers === null) return 130;
    const folder = path.resolve(surroundings.folder, wish.folder ?? toAdapterNames(answers.name).package);
    return write(folder, answers, surroundings);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    print(`${error.message}\n\n${usage}`);
    return 2;
  }
}

function write(folder: string, answers: Answers, { print, folder: from }: Surroundings): number {
  const shown = path.relative(from, folder) || '.';
  if (createPackage(folder, answers) === null) {
    print(`${shown} is not empty, and nothing is written over. Name another folder.`);
    return 1;
  }
  print(`
${toAdapterNames(answers.name).package} is in ${shown}. It keeps the kit's empty level already:

  cd ${shown}
  npm install
  npm test

What to fill in next stands in its README.md, file by file.`);
  return 0;
}
