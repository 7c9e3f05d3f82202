import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeAll, describe, expect, test } from 'vitest';

import { lawful, lintBreaches, packageBreaches } from './breaches.ts';

const root = path.resolve(import.meta.dirname, '..');
const run = promisify(execFile);
let copy: string;

afterEach(() => rmSync(copy, { recursive: true, force: true }));

describe('the linter catches', () => {
  let complaints: readonly Complaint[];

  beforeAll(async () => {
    makeCopy();
    for (const { files } of lintBreaches) plant(files);
    plant(lawful);
    const { stdout } = await finish(commandOf('oxlint'), ['--format', 'json']);
    complaints = (JSON.parse(stdout) as { diagnostics: Complaint[] }).diagnostics;
  }, 60_000);

  test.each(lintBreaches)('$what', ({ files, rule }) => {
    const [file] = Object.keys(files);
    const codes = complaints.filter(({ filename }) => filename === file).map(({ code }) => code);
    expect(codes).toContain(rule);
  });

  test('nothing where there is no breach', () => {
    expect(complaints.filter(({ filename }) => Object.hasOwn(lawful, filename))).toEqual([]);
  });
});

describe('the package boundaries catch', () => {
  test.each(packageBreaches)('$what', async ({ files, complaint }) => {
    makeCopy();
    plant(files);
    const { stdout, stderr, code } = await finish(commandOf('turbo'), ['boundaries']);
    expect((stdout + stderr).replaceAll(/\s+/g, ' ')).toContain(complaint);
    expect(code).not.toBe(0);
  });

  test('nothing where there is no breach', async () => {
    makeCopy();
    expect((await finish(commandOf('turbo'), ['boundaries'])).code).toBe(0);
  });
});

test('the compiler catches core naming something that only Node or a browser has', async () => {
  makeCopy();
  plant({ 'packages/core/src/index.ts': 'export const breach = () => process.pid + document.title.length;\n' });
  const { stdout, code } = await finish(commandOf('typescript', 'tsc'), ['-p', 'packages/core', '--noEmit']);
  expect(stdout).toContain("Cannot find name 'process'");
  expect(stdout).toContain("Cannot find name 'document'");
  expect(code).not.toBe(0);
});

/** Copies everything the fences are made of, without the code they fence. */
function makeCopy(): void {
  copy = mkdtempSync(path.join(realpathSync(tmpdir()), 'regulars-fences-'));
  const rules = ['.oxlintrc.json', 'tsconfig.base.json', 'scripts/lint', 'packages/core/tsconfig.json'];
  const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'turbo.json'];
  const packages = ['packages/core', 'packages/adapter-contracts', 'packages/mail-smtp', 'packages/mail-mailgun'];
  const owned = packages.flatMap((name) => [`${name}/package.json`, `${name}/turbo.json`]);
  for (const file of [...rules, ...manifests, ...owned])
    cpSync(path.join(root, file), path.join(copy, file), { recursive: true });
}

type Complaint = { readonly filename: string; readonly code: string };

function plant(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), text);
  }
}

function commandOf(name: string, bin = name): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin: bins } = createRequire(import.meta.url)(manifest) as { bin: Readonly<Record<string, string>> };
  return path.join(path.dirname(manifest), bins[bin] ?? '');
}

async function finish(
  script: string,
  args: readonly string[],
): Promise<{ stdout: string; stderr: string; code: number }> {
  const PATH = `${path.join(root, 'node_modules', '.bin')}${path.delimiter}${process.env['PATH'] ?? ''}`;
  const options = {
    cwd: copy,
    env: { ...process.env, PATH, TURBO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
    maxBuffer: 1e8,
  };
  return await run(process.execPath, [script, ...args], options).then(
    (result) => ({ ...result, code: 0 }),
    (error: { stdout: string; stderr: string; code: number }) => error,
  );
}
