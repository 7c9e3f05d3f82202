import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { createPackage } from '../packages/create-adapter/src/create-package.ts';
import { abilities, type AdapterKind } from '../packages/create-adapter/src/answers.ts';
import { buildPackages, linkPackages, tsc } from './adapter-guide/link-packages.ts';

const execute = promisify(execFile);
let folder: string;
beforeAll(() => {
  buildPackages();
  folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-created-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const everything = (kind: AdapterKind) => Object.keys(abilities[kind]);
const cases: readonly (readonly [AdapterKind, string, readonly string[]])[] = [
  ['platform', 'nothing yet', []],
  ['platform', 'everything', everything('platform')],
  ['mail', 'nothing yet', []],
  ['mail', 'everything', everything('mail')],
];

test.for(cases)(
  'a new %s adapter that can do %s type-checks and keeps the empty level',
  { timeout: 60_000 },
  async ([kind, title, can]) => {
    const adapterDir = path.join(folder, `${kind}-${title.replace(' ', '-')}`);
    createPackage(adapterDir, { name: "Lou's New Shop", kind, can });
    linkPackages(adapterDir);
    await execute(process.execPath, [tsc], { cwd: adapterDir });
    const { stdout } = await execute(process.execPath, ['--test', '--test-reporter=tap'], { cwd: adapterDir });
    expect(stdout).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThanOrEqual(6);
  },
);
