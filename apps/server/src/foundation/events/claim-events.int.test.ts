import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant, type CustomerId, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { newId } from '../ids.ts';
import { claimEvents } from './claim-events.ts';
import { appendEvents } from './event-log.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

describe('a room that writes about the customers it has claimed', () => {
  it('never waits crosswise with a room that writes about them at the same moment', async () => {
    const storeId: StoreId = newId();
    const customers: CustomerId[] = Array.from({ length: 20 }, () => newId());
    const tell = (kind: string) => customers.map((customerId) => ({ customerId, kind, at: toInstant(1), data: {} }));
    await opened.database.withStore(storeId, (tx) => appendEvents(tx, storeId, tell('orderPaid')));

    const listener = async () => {
      for (let round = 0; round < 40; round += 1) {
        await opened.database.withStore(storeId, async (tx) => {
          const claimed = await claimEvents(tx, storeId, 'segments', 200);
          await appendEvents(
            tx,
            storeId,
            claimed.map(({ customerId }) => ({ customerId, kind: 'segmentEntered', at: toInstant(2), data: {} })),
          );
        });
      }
    };
    const teller = async () => {
      for (let round = 0; round < 40; round += 1) {
        await opened.database.withStore(storeId, (tx) => appendEvents(tx, storeId, tell('orderPaid')));
      }
    };
    await expect(Promise.all([listener(), teller(), listener(), teller()])).resolves.toHaveLength(4);
  });
});

describe('a room that claims while others write', () => {
  it('is given every event, in order, however the two fall together', async () => {
    const storeId: StoreId = newId();
    const customers: CustomerId[] = Array.from({ length: 60 }, () => newId());
    const rounds = 60;
    const heard = new Map<CustomerId, number[]>(customers.map((customerId) => [customerId, []]));
    let isTelling = true;

    const teller = async () => {
      for (let round = 1; round <= rounds; round += 1) {
        await Promise.all(
          [customers.slice(0, 20), customers.slice(20, 40), customers.slice(40)].map((some) =>
            opened.database.withStore(storeId, (tx) =>
              appendEvents(
                tx,
                storeId,
                some.map((customerId) => ({ customerId, kind: 'orderPaid', at: toInstant(round), data: {} })),
              ),
            ),
          ),
        );
      }
      isTelling = false;
    };
    const listen = () =>
      opened.database.withStore(storeId, async (tx) => {
        const claimed = await claimEvents(tx, storeId, 'segments', 200);
        for (const { customerId, events } of claimed) heard.get(customerId)?.push(...events.map(({ seq }) => seq));
        return claimed.length;
      });
    const listener = async () => {
      while (isTelling || (await listen()) > 0) await listen();
    };
    await Promise.all([teller(), listener(), listener(), listener()]);
    await listen();

    const all = Array.from({ length: rounds }, (_, index) => index + 1);
    const incomplete = [...heard.values()].filter((seqs) => seqs.join() !== all.join());
    expect(incomplete).toEqual([]);
  });
});
