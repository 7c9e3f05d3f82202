import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toInstant, type ConnectionId, type StoreId } from '@regulars/core/shared';
import { anOrder } from '../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { newId } from '../foundation/ids.ts';
import { applyPulledEvents, applyPulledInParts, BrokenPageError } from './apply-pulled-events.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const at = toInstant(Date.UTC(2026, 5, 1));
const events = Array.from({ length: 9 }, (_, n) => {
  const order = anOrder({ externalId: String(n) });
  // More than Postgres can count.
  const totals = n === 4 ? { ...order.totals, grandMinor: 1e30 } : order.totals;
  return { kind: 'orderUpserted', order: { ...order, totals } } as const;
});

it('of a page that breaks, all is taken in but what breaks it', async () => {
  const storeId: StoreId = newId();
  const from = { storeId, connectionId: newId<'Connection'>() satisfies ConnectionId, askedAt: at, historyUntil: at };
  const { database } = opened;
  await expect(database.withStore(storeId, (tx) => applyPulledEvents(tx, from, events))).rejects.toThrow(
    BrokenPageError,
  );
  const leftOut = await database.withStore(storeId, (tx) => applyPulledInParts(tx, from, events));
  expect(leftOut).toMatchObject([{ order: { externalId: '4' } }]);
  const kept = await database.withStore(storeId, async (tx) =>
    (await sql<{ id: string }>`select external_id as id from orders order by 1`.execute(tx)).rows.map(({ id }) => id),
  );
  expect(kept).toEqual(['0', '1', '2', '3', '5', '6', '7', '8']);
});
