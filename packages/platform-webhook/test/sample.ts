import { readFileSync } from 'node:fs';

/** One of the sample events of the contract. */
export function readSample(file: string): Record<string, unknown> & { readonly data: Record<string, unknown> } {
  return JSON.parse(readFileSync(new URL(`samples/${file}`, import.meta.url), 'utf8')) as ReturnType<typeof readSample>;
}
