import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';

const budgetBytes = 30_000;
const clv = fileURLToPath(new URL('../src/clv/index.ts', import.meta.url));

/** What a program carries that imports so much of `clv`: in one piece, minified. */
async function bundle(imported: string) {
  const program = `export ${imported} from ${JSON.stringify(clv)};`;
  const entry = { name: 'entry', resolveId: toEntry, load: (id: string) => (id === 'entry' ? program : null) };
  const build = await rolldown({ input: 'entry', plugins: [entry] });
  const { output } = await build.generate({ minify: true });
  const [{ code, imports, moduleIds }] = output;
  return { bytes: gzipSync(code, { level: 9 }).byteLength, imports, moduleIds };
}

function toEntry(id: string): string | null {
  return id === 'entry' ? id : null;
}

it('weighs 30 kB at most, compressed, with all that it needs', async () => {
  const { bytes } = await bundle('*');
  expect(bytes, `clv weighs ${bytes} bytes: what is a subject of its own gets a sub-path of its own`).toBeLessThan(
    budgetBytes,
  );
});

it('needs nothing but itself, the numerics and what all of core shares', async () => {
  const { imports, moduleIds } = await bundle('*');
  expect(imports).toEqual([]);
  expect(moduleIds.filter((id) => id !== 'entry' && !/core\/src\/(clv|numeric|shared)\//.test(id))).toEqual([]);
});

it('weighs as little as what is used of it', async () => {
  const { bytes } = await bundle('{ expectedSpend }');
  expect(bytes).toBeLessThan(500);
});
