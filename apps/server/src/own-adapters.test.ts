import { execFile } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-own-adapters-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the server with an adapter package that is not there. */
function run(program: string, ...args: string[]): Promise<Ended> {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const env = { PATH: process.env['PATH'], REGULARS_DATA_DIR: dataDir, REGULARS_ADAPTERS: '@acme/lost', PORT: '0' };
  return new Promise((resolve) => {
    execFile(process.execPath, ['--conditions=source', file, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const sentence = () =>
  `@acme/lost is not installed. Install it by: npm install --prefix ${dataDir}/adapters @acme/lost`;

describe('an adapter package that is configured and not there', { timeout: 30_000 }, () => {
  test('keeps the server from starting, in words and before anything was begun', async () => {
    expect(await run('main.ts')).toEqual({
      code: 1,
      stdout: '',
      stderr: `The adapters named in REGULARS_ADAPTERS cannot be used:\n  ${sentence()}\n`,
    });
  });

  test('is what the doctor finds', async () => {
    const { code, stdout } = await run('cli/main.ts', 'doctor', '--json');
    const { findings } = JSON.parse(stdout) as { readonly findings: readonly unknown[] };
    expect(code).toBe(1);
    expect(findings).toContainEqual({ check: 'adapters', state: 'bad', sentence: sentence() });
  });
});
