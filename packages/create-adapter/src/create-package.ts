import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toAdapterNames } from './adapter-names.ts';
import type { Answers } from './answers.ts';
import { fillTemplate } from './fill-template.ts';
import { toManifest, type Versions } from './to-manifest.ts';

const home = path.resolve(import.meta.dirname, '..');
/** Files that are there only for an ability. */
const onlyFor: Readonly<Record<Answers['kind'], Readonly<Record<string, string>>>> = {
  platform: { 'src/pulls.ts': 'pulls' },
  mail: { 'src/verify-webhook.ts': 'receipts', 'src/parse-webhook.ts': 'receipts' },
};
/** npm leaves a file of this name out of a package. */
const renamed: Readonly<Record<string, string>> = { gitignore: '.gitignore' };

/**
 * Writes the package of a new adapter into a folder that does not exist or is empty.
 *
 * @returns the files that were written; null, and nothing is written, where there is something already.
 */
export function createPackage(folder: string, { name, kind, can }: Answers): readonly string[] | null {
  if (!isFree(folder)) return null;
  const names = toAdapterNames(name);
  const { devDependencies } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as {
    readonly devDependencies: Versions;
  };
  const files = new Map([['package.json', toManifest(names, devDependencies)]]);
  for (const template of ['shared', kind]) {
    const from = path.join(home, 'templates', template);
    for (const file of listFiles(from)) {
      const ability = onlyFor[kind][file];
      if (ability !== undefined && !can.includes(ability)) continue;
      files.set(renamed[file] ?? file, fillTemplate(readFileSync(path.join(from, file), 'utf8'), file, names, can));
    }
  }
  for (const [file, content] of files) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), content, { flag: 'wx' });
  }
  return [...files.keys()].sort();
}

function isFree(folder: string): boolean {
  if (!existsSync(folder)) return true;
  return statSync(folder).isDirectory() && readdirSync(folder).length === 0;
}

/** With slashes between, as the templates are named here. */
function listFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
