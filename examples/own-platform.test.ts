import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('the adapter of the example keeps every clause', { timeout: 60_000 }, async () => {
  const example = fileURLToPath(new URL('own-platform.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', example]);
  const lines = stdout.trim().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(line).toMatch(/^kept /);
});
