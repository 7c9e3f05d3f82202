import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { newId } from '../foundation/ids.ts';
import { countRewards } from './count-rewards.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

it('welcome codes of friends are no rewards given: they are counted apart', async () => {
  const storeId = await seedStore(opened.database);
  const ada: CustomerId = newId();
  const counts = await opened.database.withStore(storeId, async (tx) => {
    for (const [side, state] of [
      ['friend_welcome', 'issued'],
      ['friend_welcome', 'redeemed'],
      ['friend_welcome', 'issued'],
      ['advocate', 'redeemed'],
      ['friend', 'issued'],
      ['sequence', 'issued'],
    ] as const) {
      await sql`
        insert into reward (store_id, id, customer_id, source, side, code, terms, state, expires_at, issued_at)
        values (${storeId}, ${newId()}, ${ada}, ${newId()}, ${side}, ${newId()}, '{}', ${state}, clock_now(), clock_now())`.execute(
        tx,
      );
    }
    return await countRewards(tx, storeId);
  });
  expect(counts).toEqual({ issued: 3, redeemed: 1, welcomeIssued: 3, welcomeRedeemed: 1 });
});
