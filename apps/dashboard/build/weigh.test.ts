import { expect, it } from 'vitest';

import { weigh, type WeighedChunk } from './weigh.ts';

const chunk = (fileName: string, compressedBytes: number, more: Partial<WeighedChunk> = {}): WeighedChunk => ({
  fileName,
  compressedBytes,
  isEntry: false,
  imports: [],
  dynamicImports: [],
  ...more,
});

it('weighs what comes at once, each part once, and the page and the language that add most to it', () => {
  const chunks = [
    chunk('entry.js', 10, { isEntry: true, imports: ['shared.js'], dynamicImports: ['small.js', 'large.js', 'nl.js'] }),
    chunk('shared.js', 20),
    chunk('small.js', 1, { imports: ['shared.js'] }),
    chunk('large.js', 3, { imports: ['shared.js', 'charts.js'] }),
    chunk('charts.js', 40, { imports: ['large.js'] }),
    chunk('nl.js', 100),
    chunk('later.js', 900),
  ];
  expect(weigh(chunks, ['nl.js'])).toEqual({ initialBytes: 30, heaviest: { fileName: 'large.js', bytes: 173 } });
});
