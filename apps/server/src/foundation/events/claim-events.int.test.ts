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
          await appendEvents(tx, storeId, claimed.map(({ customerId }) => ({ customerId, kind: 'segmentEntered', at: toInstant(2), data: {} })));
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
