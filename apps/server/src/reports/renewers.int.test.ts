import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrder } from '../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { findStore } from '../stores/door.ts';
import { addUpSales } from './add-up-sales.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;

beforeAll(async () => {
  opened = await openTestDatabase();
  intake = await createOrderIntake(opened);
  const plain = anOrder();
  const paid = (externalId: string, name: string, grandMinor: number, isRenewal: boolean) =>
    anOrder({
      externalId,
      isRenewal,
      customer: { ...plain.customer!, email: `${name}@buyer.example` },
      totals: { ...plain.totals, itemsMinor: grandMinor, grandMinor },
    });
  await intake.receive(
    [
      paid('1', 'ada', 3_000, false),
      paid('2', 'ada', 1_000, true),
      paid('3', 'bo', 2_000, false),
      paid('4', 'cy', 500, true),
      paid('5', 'cy', 200, true),
    ].map((order) => ({ kind: 'orderUpserted', order })),
  );
  await intake.work();
});
afterAll(() => opened.close());

it('all that customers brought is what the buyers brought and what came by renewals of those without an order; renewals are told apart', async () => {
  const figures = await opened.database.withStore(intake.storeId, async (tx) => {
    const store = await findStore(tx, intake.storeId);
    if (store === null) throw new Error('The store is gone.');
    return await addUpSales(tx, store);
  });
  expect(figures).toMatchObject({ buyers: 2, averageMinor: 3_000, netMinor: 6_700 });
  expect(figures).toMatchObject({ renewersOnly: 1, renewersOnlyMinor: 700 });
  expect(figures).toMatchObject({ renewers: 2, renewalsMinor: 1_700 });
  expect(figures.buyers * (figures.averageMinor ?? 0) + figures.renewersOnlyMinor).toBe(figures.netMinor);
});
