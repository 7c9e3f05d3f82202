import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

type Exports = Readonly<Record<string, Readonly<Record<string, string>>>>;
interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Exports;
  readonly files?: readonly string[];
  readonly publishConfig?: { readonly access?: string; readonly exports?: Exports };
}

const packagesDir = path.resolve(import.meta.dirname, '..', 'packages');
const published = readdirSync(packagesDir)
  .map((name) => path.join(packagesDir, name, 'package.json'))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')) as Manifest)
  .filter((manifest) => manifest.private !== true);

// The server runs from source with the condition `source`, and Node takes no TypeScript from `node_modules`.
test.each(published)('$name is published without what only this workspace reads', ({ exports = {}, publishConfig }) => {
  const withoutSource = Object.entries(exports).map(([entry, conditions]) => [
    entry,
    Object.fromEntries(Object.entries(conditions).filter(([condition]) => condition !== 'source')),
  ]);
  expect(publishConfig?.exports ?? {}).toEqual(Object.fromEntries(withoutSource));
  expect(publishConfig?.access).toBe('public');
});
