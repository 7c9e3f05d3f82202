import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { newId } from '../foundation/ids.ts';
import { countByStatus } from './count-by-status.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

it('rewards are counted by where they stand and what holds them, each store’s own', async () => {
  const storeId = await seedStore(opened.database);
  const otherId = await seedStore(opened.database);
  const ada: CustomerId = newId();
  await opened.database.withStore(storeId, async (tx) => {
    for (const [state, reason] of [
      ['issued', null],
      ['issued', null],
      ['stuck', 'no_connection'],
    ] as const) {
      await sql`
        insert into reward (store_id, id, customer_id, source, side, code, terms, state, reason, expires_at)
        values (${storeId}, ${newId()}, ${ada}, ${newId()}, 'advocate', ${newId()}, '{}', ${state}, ${reason}, clock_now())`.execute(
        tx,
      );
    }
  });
  const count = (id: StoreId) => opened.database.withStore(id, (tx) => countByStatus(tx, id));
  expect(await count(storeId)).toEqual([
    { status: 'issued', reason: null, rewards: 2 },
    { status: 'stuck', reason: 'no_connection', rewards: 1 },
  ]);
  expect(await count(otherId)).toEqual([]);
});
