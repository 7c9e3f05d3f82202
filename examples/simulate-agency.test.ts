import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const example = fileURLToPath(new URL('simulate-agency.ts', import.meta.url));
const readme = readFileSync(fileURLToPath(new URL('../packages/simulator/README.md', import.meta.url)), 'utf8');

test("the simulator's README shows a program that runs and prints what it says", { timeout: 60_000 }, async () => {
  expect(readme).toContain(`\`\`\`ts\n${readFileSync(example, 'utf8')}\`\`\``);
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', example]);
  expect(readme).toContain(`\`\`\`\n${stdout}\`\`\``);
});
