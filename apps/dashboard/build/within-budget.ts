import { gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

import { weigh } from './weigh.ts';

const budgetBytes = 250_000;
const toKilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`;

/** Says what JavaScript weighs before the first page is shown, and breaks the build when any page takes too much. */
export function withinBudget(): Plugin {
  return {
    name: 'within-budget',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const { initialBytes, heaviest } = weigh(
          chunks.map((chunk) => ({ ...chunk, compressedBytes: gzipSync(chunk.code).byteLength })),
          chunks
            .filter(({ facadeModuleId }) => /messages\/\w+\.ts$/.test(facadeModuleId ?? ''))
            .map(({ fileName }) => fileName),
        );
        const told =
          `JavaScript, gzipped: ${toKilobytes(initialBytes)} at once, ${toKilobytes(heaviest.bytes)} with the ` +
          `heaviest page in the longest language (${heaviest.fileName}); the budget is ${toKilobytes(budgetBytes)}.`;
        if (heaviest.bytes > budgetBytes) this.error(told);
        this.info(told);
      },
    },
  };
}
