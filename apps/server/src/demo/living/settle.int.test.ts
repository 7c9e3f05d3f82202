import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { seedStore } from '../../../test-support/seed-store.ts';
import type { StoreId } from '@regulars/core/shared';
import type { Lane } from '../../foundation/lanes/lane.ts';
import { nearlyAtRest, settle } from './settle.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
beforeAll(async () => {
  opened = await openTestDatabase();
  storeId = await seedStore(opened.database);
});
afterAll(() => opened.close());

/** Takes so many at once of what waits for it, and hands each on. */
function laneOf(name: string, waiting: Map<string, number>, batch: number, next: string | null): Lane {
  const count = () => waiting.get(name) ?? 0;
  return {
    name,
    listDueStores: () => Promise.resolve(count() > 0 ? [storeId] : []),
    work: () => {
      const taken = Math.min(batch, count());
      waiting.set(name, count() - taken);
      if (next !== null) waiting.set(next, (waiting.get(next) ?? 0) + taken);
      return Promise.resolve(taken);
    },
  };
}

describe('lanes that settle', () => {
  it('run until nothing is left, what was handed back to the left included', async () => {
    const waiting = new Map([['right', 3]]);
    const lanes = [laneOf('left', waiting, 20, null), laneOf('right', waiting, 20, 'left')];
    await settle({ database: opened.database, lanes }, [storeId]);
    expect([...waiting.values()]).toEqual([0, 0]);
  });

  it('nearly, take up what was handed back once, and leave what comes back again to the next step', async () => {
    const waiting = new Map([['right', 3]]);
    const lanes = [
      laneOf('left', waiting, 20, null),
      laneOf('middle', waiting, 20, 'left'),
      laneOf('right', waiting, 20, 'middle'),
    ];
    await settle({ database: opened.database, lanes }, [storeId], nearlyAtRest);
    expect(Object.fromEntries(waiting)).toEqual({ left: 3, middle: 0, right: 0 });
  });

  it('nearly, leave nothing that was only cut off by the size of a batch', async () => {
    const waiting = new Map([['left', 130]]);
    await settle({ database: opened.database, lanes: [laneOf('left', waiting, 20, null)] }, [storeId], nearlyAtRest);
    expect(waiting.get('left')).toBe(0);
  });
});
