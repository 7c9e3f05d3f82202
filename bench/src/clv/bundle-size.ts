import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';

const input = path.join(import.meta.dirname, '..', '..', '..', 'packages', 'core', 'src', 'clv', 'index.ts');

/** What all of `@regulars/core/clv` weighs for a browser: in one piece, minified, compressed; in kilobytes of 1,000 bytes. */
export async function bundleSize(): Promise<number> {
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ minify: true });
  return gzipSync(output[0].code, { level: 9 }).byteLength / 1_000;
}
