import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const page = readFileSync(new URL('../../../docs/deliveries.md', import.meta.url), 'utf8');
const sources = new URL('../src/', import.meta.url);

/** Everything in the sources that has the form of a rejection's code or of a reason for ignoring. */
function listCodes(): readonly string[] {
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const text = files.map((file) => readFileSync(new URL(file, sources), 'utf8')).join('\n');
  const codes = text.matchAll(/'(bigcommerce\.[a-z_]+)'|'((?:order|cart|subscriber|topic)\.[a-z_]+)'/g);
  return [...new Set([...codes].map(([, code, reason]) => code ?? reason ?? ''))];
}

test('every code and every reason is explained in docs/deliveries.md', () => {
  const codes = listCodes();
  expect(codes.length).toBeGreaterThan(9);
  for (const code of codes) expect(page).toContain(`| \`${code}\` |`);
});
