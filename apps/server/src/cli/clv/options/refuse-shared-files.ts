import { fstatSync, realpathSync, statSync, type Stats } from 'node:fs';
import path from 'node:path';
import { WrongUse } from '../wrong-use.ts';
import type { ClvOptions } from './to-clv-options.ts';

type Paths = Pick<ClvOptions, 'path' | 'outPath' | 'reportPath' | 'rejectsPath'>;

/**
 * Sees to it that nothing is written over the input, nor over anything else that is written.
 *
 * @throws WrongUse naming the option.
 */
export function refuseSharedFiles({ path: input, outPath, reportPath, rejectsPath }: Paths): void {
  const users = new Map<string, string>();
  const inputKey = input === '-' ? keyOfOpen(0) : keyOf(input);
  if (inputKey !== null) users.set(inputKey, 'the file of transactions');
  for (const [option, file] of Object.entries({ '--out': outPath, '--report': reportPath, '--rejects': rejectsPath })) {
    const key = file === null ? null : keyOf(file);
    if (file === null || key === null) continue;
    const user = users.get(key);
    if (user !== undefined)
      throw new WrongUse(`${option} ${file} is ${user}: it would be overwritten. Name another file.`);
    users.set(key, `what ${option} writes`);
  }
}

/** What two names of one file have in common, however they are linked; null for what keeps nothing, such as a pipe. */
function keyOf(file: string): string | null {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats !== undefined) return toKey(stats);
  const absolute = path.resolve(file);
  try {
    return path.join(realpathSync(path.dirname(absolute)), path.basename(absolute));
  } catch {
    return absolute;
  }
}

function keyOfOpen(descriptor: number): string | null {
  try {
    return toKey(fstatSync(descriptor));
  } catch {
    return null;
  }
}

function toKey(stats: Stats): string | null {
  return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
}
