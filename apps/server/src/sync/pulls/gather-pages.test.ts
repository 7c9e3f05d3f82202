import type { PulledPage } from '@regulars/adapter-contracts';
import { describe, expect, it } from 'vitest';
import { gatherPages } from './gather-pages.ts';

let nowMs = 0;

/** Pages of so many events each, that take so long each; a page of `null` fails. */
async function* shop(sizes: readonly (number | null)[], eachMs: number): AsyncGenerator<PulledPage> {
  for (const [index, size] of sizes.entries()) {
    nowMs += eachMs;
    if (size === null) throw new Error('gone');
    const events = Array.from({ length: size }, () => ({ kind: 'ignored', reason: 'test' }) as const);
    yield { events, next: index === sizes.length - 1 ? null : String(index + 1) };
  }
}

async function gather(sizes: readonly (number | null)[], eachMs: number) {
  const gathered: (readonly [events: number, next: string | null] | 'failed')[] = [];
  try {
    for await (const { events, next } of gatherPages(shop(sizes, eachMs), () => nowMs))
      gathered.push([events.length, next]);
  } catch {
    gathered.push('failed');
  }
  return gathered;
}

describe('pages', () => {
  it('that are small and come fast are kept together, with the cursor of the last', async () => {
    expect(await gather([100, 100, 100, 100, 50], 10)).toEqual([
      [300, '3'],
      [150, null],
    ]);
  });

  it('of a slow store are kept one by one', async () => {
    expect(await gather([100, 100, 0, 50], 1_000)).toEqual([
      [100, '1'],
      [100, '2'],
      [0, '3'],
      [50, null],
    ]);
  });

  it('that are large enough are left as they are', async () => {
    expect(await gather([250, 400, 1], 1)).toEqual([
      [250, '1'],
      [400, '2'],
      [1, null],
    ]);
  });

  it('before one that fails are kept, and then it is told', async () => {
    expect(await gather([100, 100, null], 1)).toEqual([[200, '2'], 'failed']);
    expect(await gather([null], 1)).toEqual(['failed']);
  });
});
