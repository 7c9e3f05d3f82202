import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { createPackage } from '../packages/create-adapter/src/create-package.ts';
import { abilities } from '../packages/create-adapter/src/answers.ts';
import { buildPackages, linkPackages, tsc } from './adapter-guide/link-packages.ts';

const kinds = ['platform', 'mail'] as const;
const execute = promisify(execFile);

/** A folder with four new adapters: of each kind one that can do nothing yet, and one that can do everything. */
let folder: string;
beforeAll(() => {
  buildPackages();
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-created-'));
  linkPackages(folder);
  for (const kind of kinds) {
    createPackage(path.join(folder, `empty-${kind}`), { name: "Lou's New Shop", kind, can: [] });
    createPackage(path.join(folder, `full-${kind}`), { name: 'Class', kind, can: Object.keys(abilities[kind]) });
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('new adapters type-check', { timeout: 60_000 }, async () => {
  const settings = { extends: './empty-platform/tsconfig.json', include: ['*/src', '*/test'] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(settings));
  await execute(process.execPath, [tsc], { cwd: folder });
});

test('new adapters keep the empty level', { timeout: 60_000 }, async () => {
  const { stdout } = await execute(process.execPath, ['--test', '--test-reporter=tap'], { cwd: folder });
  expect(stdout).toMatch(/^# fail 0$/m);
  const clauses = [...stdout.matchAll(/^ *ok \d+ - .*\(empty\.fails_clearly\)$/gm)];
  expect(clauses).toHaveLength(2 * kinds.length);
});
