import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { buildPackages, linkPackages, tsc } from './adapter-guide/link-packages.ts';
import { readSteps } from './adapter-guide/read-steps.ts';

const root = path.resolve(import.meta.dirname, '..');
const guide = readFileSync(path.join(root, 'docs', 'guides', 'write-an-adapter.md'), 'utf8');
const execute = promisify(execFile);

let home: string;
let folder: string;
beforeAll(buildPackages, 120_000);
beforeEach(() => {
  home = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-guide-'));
  folder = home;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The commands of the guide, without a registry: what npm would bring is linked, what it would start is started. */
async function follow(command: string): Promise<string> {
  const [program, verb, ...args] = command.split(' ');
  const run = async (...toRun: readonly string[]) =>
    (await execute(process.execPath, [...toRun], { cwd: folder })).stdout;
  if (command === 'npm test') return run('--test', '--test-reporter=tap');
  if (command === 'npm run typecheck') return run(tsc);
  if (command.startsWith('npm create @regulars/adapter '))
    return run(path.join(root, 'packages/create-adapter/dist/main.js'), ...args.slice(1).filter((arg) => arg !== '--'));
  if (command === 'npm install') linkPackages(folder);
  else if (program === 'cd') folder = path.join(folder, verb ?? '');
  else throw new Error(`The guide says to run ${command}, and this test does not know how.`);
  return '';
}

test('whoever follows the guide ends with an adapter that keeps the full level', { timeout: 120_000 }, async () => {
  let kit = '';
  for (const step of readSteps(guide)) {
    if (step.kind === 'command') {
      const output = await follow(step.command);
      if (step.command === 'npm test') kit = output;
      continue;
    }
    mkdirSync(path.dirname(path.join(folder, step.path)), { recursive: true });
    writeFileSync(path.join(folder, step.path), step.content);
  }
  expect(kit).toMatch(/^# fail 0$/m);
  expect(kit).toContain('(thin.same_order)');
});

test('every block of TypeScript in the guide names its file', () => {
  const blocks = [...guide.matchAll(/^```ts$/gm)].length;
  expect(readSteps(guide).filter(({ kind }) => kind === 'file')).toHaveLength(blocks);
});
