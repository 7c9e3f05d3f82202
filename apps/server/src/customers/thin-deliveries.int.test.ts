import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeBigCommerce, toBigCommerceDelivery, type FakeBigCommerce } from '@regulars/adapter-testkit';
import { dayMs, minuteMs } from '@regulars/core/shared';
import { bigcommerce } from '@regulars/platform-bigcommerce';
import { askCustomers } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';

let opened: OpenTestDatabase;
let store: FakeBigCommerce;
let storeNowMs = 0;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  store = await startFakeBigCommerce({ nowMs: () => storeNowMs });
  const { storeHash, accessToken, clientSecret, fetch } = store;
  intake = await createOrderIntake(opened, bigcommerce, {
    config: { storeHash, accessToken, clientSecret },
    context: { timeoutMs: 10_000, allowPrivateNetwork: true, fetch },
  });
  ask = askCustomers(intake);
});
afterEach(() => store.close());

const placedAt = '2026-11-01T10:00:00Z';

/** A delivery that says of order 100 that something happened to it. */
const name = (event: string, id = 100): string =>
  toBigCommerceDelivery({ scope: `store/order/${event}`, data: { type: 'order', id }, secret: null }).body;

const readsOf = (id: number): number => store.requests.filter(({ path }) => path.endsWith(`/v2/orders/${id}`)).length;

async function later(ms: number, work: () => Promise<void>): Promise<void> {
  opened.clock.shiftMs += ms;
  await work();
  opened.clock.shiftMs -= ms;
}

it('what a delivery names is read and applied as if it had been told', async () => {
  store.addOrder({ placedAt, email: 'ada@buyer.example', couponCodes: ['Friend-1'], refunds: [{ amount: 5 }] });
  await intake.receive(name('created'));
  await intake.work();
  expect(await ask.orders()).toMatchObject([
    { externalId: '100', status: 'partially_refunded', refunded: 500, coupons: ['friend-1'] },
  ]);
  expect(await ask.customers()).toMatchObject([{ email: 'ada@buyer.example', orders: 1 }]);
  expect(await ask.states()).toEqual([['processed', null]]);
});

it('what several deliveries name is read once for all of them', async () => {
  store.addOrder({ placedAt });
  await intake.receive(name('created'), name('statusUpdated'), name('updated'), name('refund/created'));
  await intake.work();
  expect([readsOf(100), (await ask.orders()).length]).toEqual([1, 1]);
});

it('more deliveries than the store’s limit lets through are read as far as it does, and the rest later', async () => {
  const ids = Array.from({ length: 90 }, () => store.addOrder({ placedAt }));
  await intake.receive(...ids.map((id) => name('created', id)));
  await intake.work();
  // 150 calls: each order, and its refunds.
  expect(await ask.orders()).toHaveLength(75);
  storeNowMs += 30_000;
  await later(minuteMs, intake.work);
  expect(await ask.orders()).toHaveLength(90);
});

it('what is not there yet is waited for, and what never comes is given up', async () => {
  await intake.receive(name('created'), name('created', 101));
  await intake.work();
  expect(await ask.states()).toEqual([
    ['waiting', 'resource.unread'],
    ['waiting', 'resource.unread'],
  ]);
  store.addOrder({ placedAt });
  await later(11 * minuteMs, intake.work);
  expect(await ask.orders()).toHaveLength(1);
  expect(new Set(await ask.states())).toEqual(
    new Set([
      ['processed', null],
      ['ignored', 'resource.not_found'],
    ]),
  );
});

it('a platform out of reach costs nothing but time, and a day of it is shown', async () => {
  store.addOrder({ placedAt });
  store.fail({ kind: 'answerInstead', status: 503 }, { times: 2 });
  await intake.receive(name('created'));
  await intake.work();
  expect(await ask.states()).toEqual([['waiting', 'resource.unread']]);
  await later(dayMs, intake.work);
  expect(await ask.states()).toEqual([['poison', 'resource.unread']]);
  await intake.query(sql`update delivery set state = 'received', due_at = clock_now(), settled_at = null`);
  await intake.work();
  expect(await ask.orders()).toHaveLength(1);
});

it('what is read and cannot be used is poison, with its place', async () => {
  store.addOrder({ placedAt, fields: { default_currency_code: 'PTS' } });
  await intake.receive(name('created'));
  await intake.work();
  expect(await ask.states()).toEqual([['poison', 'bigcommerce.unknown_currency']]);
});

it('an archived order counts no more, and one that is brought back does', async () => {
  const id = store.addOrder({ placedAt });
  await intake.receive(name('created'));
  await intake.work();
  store.changeOrder(id, { placedAt, fields: { is_deleted: true } });
  await intake.receive(name('archived'));
  await intake.work();
  expect(await ask.orders()).toMatchObject([{ deletedAt: expect.any(Number) }]);
  store.changeOrder(id, { placedAt, modifiedAt: '2026-12-02T10:00:00Z' });
  await intake.receive(name('updated'));
  await intake.work();
  expect(await ask.orders()).toMatchObject([{ deletedAt: null }]);
});
