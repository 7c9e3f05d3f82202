import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

const cli = 'apps/server/src/cli/main.ts';
let project: string;

/** A project of one program, whose dependencies a stand-in for pnpm installs. */
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'regulars-dev-'));
  cpSync(path.join(import.meta.dirname, 'dev.mjs'), path.join(project, 'scripts', 'dev.mjs'));
  cpSync(path.join(import.meta.dirname, 'bootstrap'), path.join(project, 'scripts', 'bootstrap'), { recursive: true });
  for (const folder of ['bin', 'packages', path.dirname(cli)])
    mkdirSync(path.join(project, folder), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write(cli, 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;');
});

afterEach(() => rmSync(project, { recursive: true, force: true }));

test('set-up is done first, then the program runs: its arguments, its output and its exit code are its own', async () => {
  installPnpm('echo chatter; echo installed >> installs; mkdir -p node_modules');
  const { stdout, stderr, code } = await run('regulars', 'orders', 'list', '--json');
  expect(stdout).toBe('["orders","list","--json"]\n');
  expect(stderr).toBe('Installing dependencies …\n');
  expect(code).toBe(3);
});

test('the second time there is nothing to set up, until the lock file changes', async () => {
  installPnpm('echo installed >> installs; mkdir -p node_modules');
  await run('regulars');
  const second = await run('regulars');
  expect(second.stderr).toBe('');
  write('pnpm-lock.yaml', 'changed: true');
  await run('regulars');
  expect(readFileSync(path.join(project, 'installs'), 'utf8')).toBe('installed\ninstalled\n');
});

test('two at the same moment set the project up once', async () => {
  installPnpm('sleep 1; echo installed >> installs; mkdir -p node_modules');
  const both = await Promise.all([run('regulars'), run('regulars')]);
  expect(both.map(({ code }) => code)).toEqual([3, 3]);
  expect(readFileSync(path.join(project, 'installs'), 'utf8')).toBe('installed\n');
});

test('an installation that fails says what to do and what was said, and is tried again', async () => {
  installPnpm('echo no such host >&2; exit 1');
  const { stdout, stderr, code } = await run('regulars');
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  expect(stderr).toContain('Check the network and try again');
  expect(stderr).toContain('no such host');
  expect(existsSync(path.join(project, 'node_modules', '.installed-from'))).toBe(false);
  installPnpm('mkdir -p node_modules');
  expect((await run('regulars')).code).toBe(3);
});

test('where pnpm is too old and the npm registry cannot be reached, the message names both ways out', async () => {
  write('bin/pnpm', '#!/bin/sh\necho 9.15.0\n');
  write('npm-cli.js', "console.error('npm error network unreachable'); process.exit(1);");
  const { stdout, stderr, code } = await run('regulars');
  expect({ stdout, code }).toEqual({ stdout: '', code: 1 });
  expect(stderr).toContain('pnpm 12.21.0 could not be had from the npm registry');
  expect(stderr).toContain('or install pnpm 12.21.0 yourself');
  expect(stderr).toContain('network unreachable');
});

test('an unknown task is wrong use', async () => {
  const { stdout, stderr, code } = await run('dance');
  expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
  expect(stderr).toContain('Usage:');
});

test('a signal is passed on, and the program decides how it ends', async () => {
  installPnpm('mkdir -p node_modules');
  write(cli, "process.on('SIGTERM', () => process.exit(7)); console.log('up'); setInterval(() => {}, 1000);");
  const child = start('regulars');
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([7, null]);
});

function write(file: string, text: string): void {
  writeFileSync(path.join(project, file), text, { mode: 0o755 });
}

function installPnpm(installation: string): void {
  write('bin/pnpm', `#!/bin/sh\nif [ "$1" = --version ]; then echo 12.21.0; else ${installation}; fi\n`);
}

function start(...args: string[]) {
  return spawn(process.execPath, [path.join(project, 'scripts', 'dev.mjs'), ...args], {
    env: {
      PATH: `${path.join(project, 'bin')}:/usr/bin:/bin`,
      HOME: project,
      npm_execpath: path.join(project, 'npm-cli.js'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(...args: string[]): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const child = start(...args);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { stdout, stderr, code };
}
