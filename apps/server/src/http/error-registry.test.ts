import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';

import type { ErrorCatalogue } from '../foundation/errors/index.ts';
import { errorCatalogues } from './error-registry.ts';

const source = fileURLToPath(new URL('..', import.meta.url));
const documentPath = fileURLToPath(new URL('../../../../docs/errors.md', import.meta.url));
const codes = errorCatalogues.flatMap((catalogue) => Object.keys(catalogue));
const documented = [...readFileSync(documentPath, 'utf8').matchAll(/^### `([^`]+)`$/gm)].map(([, code]) => code);

describe('the register of errors', () => {
  it('holds the catalogue of every room', async () => {
    const files = globSync('**/errors.ts', { cwd: source });
    expect(files).not.toEqual([]);
    for (const file of files) {
      const exported: Record<string, ErrorCatalogue> = await import(`${source}${file}`);
      for (const [name, catalogue] of Object.entries(exported)) {
        expect(errorCatalogues, `${name} of ${file} is missing in error-registry.ts`).toContain(catalogue);
      }
    }
  });

  it('names each code once, as room.what_is_wrong', () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/);
  });

  it('gives each a status of refusal', () => {
    for (const { status } of errorCatalogues.flatMap((catalogue) => Object.values(catalogue))) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(600);
    }
  });

  it('is docs/errors.md: nothing undocumented, nothing made up', () => {
    const missing = codes.filter((code) => !documented.includes(code));
    expect(missing, 'without a heading in docs/errors.md').toEqual([]);
    expect(
      documented.filter((code) => code === undefined || !codes.includes(code)),
      'headings of no code',
    ).toEqual([]);
  });
});
