import { execFileSync } from 'node:child_process';
import path from 'node:path';

type Entry = string | { readonly [condition: string]: Entry };
interface Packed {
  readonly name: string;
  readonly bin?: Entry;
  readonly exports?: Entry;
}

/** What would break for whoever installs this packed package; nothing when it is fit to be published. */
export function findPackedProblems(tarball: string): readonly string[] {
  const unpack = (...args: readonly string[]) => execFileSync('tar', [...args], { encoding: 'utf8' });
  const files = new Set(unpack('-tzf', tarball).split('\n'));
  const text = unpack('-xzOf', tarball, 'package/package.json');
  const { name, bin = {}, exports = {} } = JSON.parse(text) as Packed;
  const targets = [...listTargets(bin), ...listTargets(exports)];
  const problems = [
    ...(targets.length === 0 ? ['leads nowhere'] : []),
    ...targets.filter((file) => !files.has(path.posix.join('package', file))).map((file) => `lacks ${file}`),
    ...['workspace:', 'catalog:', '"source"'].filter((word) => text.includes(word)).map((word) => `still says ${word}`),
    ...[...files].filter((file) => /\.(test|int)\.[tj]s$|tsbuildinfo/.test(file) && !file.includes('/templates/')),
  ];
  return problems.map((problem) => `${name}: ${problem}`);
}

function listTargets(entry: Entry): readonly string[] {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(listTargets);
}
