import { describe, expect, it } from 'vitest';
import { BatchOverflow, createMicroBatch } from './micro-batch.ts';

describe('a micro-batch', () => {
  it('writes what arrives together at once', async () => {
    const written: number[][] = [];
    const add = createMicroBatch<number>({
      write: async (items) => void written.push([...items]),
      maxItems: 10,
      maxInFlight: 1,
      maxWaiting: 10,
    });
    await Promise.all([add(1), add(2), add(3)]);
    expect(written).toEqual([[1, 2, 3]]);
  });

  it('tells nobody that an item is kept before it is', async () => {
    let finish = (): void => undefined;
    const add = createMicroBatch<number>({
      write: () => new Promise((resolve) => (finish = resolve)),
      maxItems: 10,
      maxInFlight: 1,
      maxWaiting: 10,
    });
    let isKept = false;
    const kept = add(1).then(() => (isKept = true));
    await new Promise(setImmediate);
    expect(isKept).toBe(false);
    finish();
    await kept;
    expect(isKept).toBe(true);
  });

  it('lets one bad item fail alone', async () => {
    const written: number[] = [];
    const add = createMicroBatch<number>({
      write: async (items) => {
        if (items.includes(2)) throw new Error('no');
        written.push(...items);
      },
      maxItems: 10,
      maxInFlight: 1,
      maxWaiting: 10,
    });
    const results = await Promise.allSettled([add(1), add(2), add(3)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(written).toEqual([1, 3]);
  });

  it('refuses rather than queue without end', async () => {
    const add = createMicroBatch<number>({
      write: () => new Promise(() => undefined),
      maxItems: 1,
      maxInFlight: 1,
      maxWaiting: 2,
    });
    void add(1);
    await new Promise(setImmediate);
    void add(2);
    void add(3);
    await expect(add(4)).rejects.toBeInstanceOf(BatchOverflow);
  });
});
