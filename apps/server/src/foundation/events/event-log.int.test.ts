import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toInstant, type CustomerId, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { newId } from '../ids.ts';
import { claimEvents, listStoresBehind } from './claim-events.ts';
import { appendEvents } from './event-log.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(() => {
  storeId = newId();
});

const paid = (customerId: CustomerId, n: number) => ({ customerId, kind: 'orderPaid', at: toInstant(n), data: { n } });

describe('the event log', () => {
  it('numbers each customer’s events without gaps, in the order given', async () => {
    const [ann, bob]: [CustomerId, CustomerId] = [newId(), newId()];
    await opened.database.withStore(storeId, (tx) =>
      appendEvents(tx, storeId, [paid(ann, 1), paid(bob, 2), paid(ann, 3)]),
    );
    await opened.database.withStore(storeId, (tx) => appendEvents(tx, storeId, [paid(ann, 4)]));
    const { rows } = await opened.database.withStore(storeId, (tx) =>
      sql<{
        seq: number;
        n: number;
      }>`select seq, (data->>'n')::int as n from event where customer_id = ${ann} order by seq`.execute(tx),
    );
    expect(rows).toEqual([
      { seq: 1, n: 1 },
      { seq: 2, n: 3 },
      { seq: 3, n: 4 },
    ]);
  });

  it('stays without gaps when many transactions write about the same customers at once', async () => {
    const customers: CustomerId[] = [newId(), newId(), newId()];
    await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        opened.database.withStore(storeId, (tx) =>
          appendEvents(
            tx,
            storeId,
            (i % 2 === 0 ? customers : customers.toReversed()).map((id) => paid(id, i)),
          ),
        ),
      ),
    );
    const { rows } = await opened.database.withStore(storeId, (tx) =>
      sql<{ n: number; top: number }>`select count(*) as n, max(seq) as top from event group by customer_id`.execute(
        tx,
      ),
    );
    expect(rows).toEqual([
      { n: 24, top: 24 },
      { n: 24, top: 24 },
      { n: 24, top: 24 },
    ]);
  });

  it('gives a room each event once, in order, and only the kinds it listens to', async () => {
    const ann: CustomerId = newId();
    await opened.database.withStore(storeId, (tx) =>
      appendEvents(tx, storeId, [
        paid(ann, 1),
        { customerId: ann, kind: 'messageDelivered', at: toInstant(2), data: {} },
        paid(ann, 3),
      ]),
    );
    const claim = () => opened.database.withStore(storeId, (tx) => claimEvents(tx, storeId, 'sequences', 10));
    const [first] = await claim();
    expect(first?.events.map(({ kind, seq }) => [kind, seq])).toEqual([
      ['orderPaid', 1],
      ['orderPaid', 3],
    ]);
    expect(await claim()).toEqual([]);
  });

  it('gives the events again when the room’s transaction failed', async () => {
    const ann: CustomerId = newId();
    await opened.database.withStore(storeId, (tx) => appendEvents(tx, storeId, [paid(ann, 1)]));
    const failing = opened.database.withStore(storeId, async (tx) => {
      await claimEvents(tx, storeId, 'segments', 10);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await opened.database.withStores([storeId], (tx) => listStoresBehind(tx, 'segments'))).toEqual([storeId]);
    expect(await opened.database.withStore(storeId, (tx) => claimEvents(tx, storeId, 'segments', 10))).toHaveLength(1);
  });

  it('lets no two workers hold the same customer', async () => {
    const ann: CustomerId = newId();
    await opened.database.withStore(storeId, (tx) => appendEvents(tx, storeId, [paid(ann, 1)]));
    await opened.database.withStore(storeId, async (tx) => {
      expect(await claimEvents(tx, storeId, 'segments', 10)).toHaveLength(1);
      expect(await opened.database.withStore(storeId, (other) => claimEvents(other, storeId, 'segments', 10))).toEqual(
        [],
      );
    });
  });
});
