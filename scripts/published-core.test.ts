import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

const coreDir = path.resolve(import.meta.dirname, '..', 'packages', 'core');
const manifest = JSON.parse(readFileSync(path.join(coreDir, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
let consumer: string;

/** What npm would put into a project that knows nothing of this workspace. */
beforeAll(() => {
  const tsc = path.join(path.dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  execFileSync(process.execPath, [tsc, '-b', coreDir]);
  consumer = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-consumer-'));
  const modules = path.join(consumer, 'node_modules');
  mkdirSync(modules);
  for (const part of ['package.json', 'dist']) {
    cpSync(path.join(coreDir, part), path.join(modules, '@regulars', 'core', part), { recursive: true });
  }
  symlinkSync(realpathSync(path.join(coreDir, 'node_modules', 'zod')), path.join(modules, 'zod'), 'junction');
}, 60_000);

afterAll(() => rmSync(consumer, { recursive: true, force: true }));

test.each(Object.keys(manifest.exports))('a plain Node program can import %s of @regulars/core', (entry) => {
  const specifier = path.posix.join('@regulars/core', entry);
  const program = `import * as entry from '${specifier}'; console.log(Object.keys(entry).length)`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(Number(output)).toBeGreaterThan(0);
});
