import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { Consent } from '@regulars/core/commerce';
import { dayMs, hourMs, plus, toInstant, type CurrencyCode } from '@regulars/core/shared';
import { anOrder, october } from '../../test-support/an-order.ts';
import { askCustomers, buyer, upsert } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { ensureCustomer } from './ensure-customer.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened);
  ask = askCustomers(intake);
});

describe('a customer', () => {
  it('is one person as guest and with an account, whatever the case of the address', async () => {
    await ask.take(
      upsert({ externalId: '1', customer: buyer(null, 'Ada@Buyer.example') }),
      upsert({ externalId: '2', customer: buyer('acc-1', 'ada@buyer.example') }),
      upsert({ externalId: '3', customer: buyer('acc-1', null) }),
    );
    expect(await ask.customers()).toMatchObject([{ orders: 3 }]);
  });

  it('is nobody when the platform names nobody, and the order is kept all the same', async () => {
    await ask.take(upsert({ customer: null }), upsert({ externalId: '2', customer: buyer(null, 'not an address') }));
    expect(await ask.customers()).toEqual([]);
    expect(await ask.orders()).toMatchObject([{ customerId: null }, { customerId: null }]);
    expect(await ask.events()).toEqual([]);
  });

  it('keeps an address of their own: an account cannot take that of another', async () => {
    await ask.take(
      upsert({ externalId: '1', customer: buyer('acc-1', 'ada@buyer.example') }),
      upsert({ externalId: '2', customer: buyer('acc-2', 'bo@buyer.example') }),
      upsert({ externalId: '3', customer: buyer('acc-2', 'ada@buyer.example'), updatedAt: plus(october, hourMs) }),
    );
    expect(await ask.customers()).toMatchObject([
      { email: 'ada@buyer.example', orders: 1 },
      { email: 'bo@buyer.example', orders: 2 },
    ]);
  });
});

describe('an order', () => {
  it('tells each step once, and which purchase it was', async () => {
    const later = {
      externalId: '2',
      placedAt: plus(october, dayMs),
      paidAt: plus(october, dayMs),
      updatedAt: plus(october, dayMs),
    };
    await ask.take(
      upsert(),
      upsert(),
      upsert({ status: 'fulfilled', updatedAt: plus(october, hourMs) }),
      upsert(later),
    );
    expect(await ask.kinds()).toEqual([
      'customerCreated',
      'orderPlaced',
      'orderPaid',
      'orderFulfilled',
      'orderPlaced',
      'orderPaid',
    ]);
    const numbers = (await ask.events())
      .filter(({ kind }) => kind === 'orderPaid')
      .map(({ data }) => data['purchaseNumber']);
    expect(numbers).toEqual([1, 2]);
  });

  it('is not overwritten by an older version', async () => {
    await ask.take(upsert({ status: 'fulfilled', updatedAt: plus(october, hourMs) }), upsert());
    expect(await ask.orders()).toMatchObject([{ status: 'fulfilled' }]);
    expect(await ask.states()).toEqual([
      ['processed', null],
      ['processed', 'order.older_version'],
    ]);
  });

  it('is what came last when two states claim the same version, and that is recorded', async () => {
    await ask.take(upsert({ couponCodes: ['a'] }), upsert({ couponCodes: ['b'] }));
    expect(await ask.orders()).toMatchObject([{ coupons: ['b'] }]);
    expect(await ask.states()).toEqual([
      ['processed', null],
      ['processed', 'order.same_version_differs'],
    ]);
    await intake.query(sql`update delivery set state = 'received'`);
    await intake.work();
    expect(await ask.orders()).toMatchObject([{ coupons: ['b'] }]);
  });

  it('seen for the first time long after it was sent is history, not news', async () => {
    const old = toInstant(Date.UTC(2024, 0, 1));
    await ask.take(upsert({ placedAt: old, paidAt: old, status: 'fulfilled', updatedAt: october }));
    const times = (await ask.events()).map(({ at }) => at);
    expect(new Set(times)).toEqual(new Set([old]));
  });

  it('that is a test is kept, and counts and tells nothing', async () => {
    await ask.take(upsert({ isTest: true }));
    expect(await ask.kinds()).toEqual(['customerCreated']);
    expect(await ask.values()).toEqual([]);
  });

  it('that was deleted counts no more, even if the deletion comes first, until the shop brings it back', async () => {
    await ask.take({ kind: 'orderDeleted', externalId: '1001' }, upsert());
    expect(await ask.orders()).toMatchObject([{ deletedAt: expect.any(Number) }]);
    expect(await ask.values()).toEqual([]);
    expect(await ask.kinds()).toEqual(['customerCreated', 'orderPlaced', 'orderPaid', 'orderCancelled']);
    const [restoredAt] = await intake.query(sql<{ at: number }>`select clock_now() + interval '1 hour' as at`);
    await ask.take(upsert({ updatedAt: toInstant(restoredAt!.at) }));
    expect(await ask.orders()).toMatchObject([{ deletedAt: null }]);
    expect(await ask.values()).toMatchObject([{ orders: 1, gross: 1990 }]);
  });

  it('that was deleted stays so where the clock of the shop runs ahead of ours', async () => {
    const [soon] = await intake.query(sql<{ at: number }>`select clock_now() + interval '2 minutes' as at`);
    await ask.take(upsert({ updatedAt: toInstant(soon!.at) }), { kind: 'orderDeleted', externalId: '1001' });
    expect(await ask.values()).toEqual([]);
    await ask.take(upsert());
    expect(await ask.values()).toEqual([]);
  });

  it('with characters Postgres cannot keep is kept without them', async () => {
    await ask.take(
      upsert({
        customer: { ...buyer(null, 'ada@buyer.example'), firstName: 'A\0da\ud800' },
        attributes: { 'no\0te': 'x' },
      }),
    );
    expect(await ask.states()).toEqual([['processed', null]]);
    expect(await intake.query(sql<{ name: string }>`select first_name as name from customer`)).toEqual([
      { name: 'Ada\ufffd' },
    ]);
  });

  it('gets the categories of products that are told later', async () => {
    const product = {
      externalId: '7',
      title: 'House blend',
      url: null,
      imageUrl: null,
      categories: ['Coffee', 'Beans'],
      tags: [],
      priceMinor: 1990,
      currency: anOrder().currency,
      isDigital: false,
      isAvailable: true,
      updatedAt: october,
    };
    await ask.take(upsert());
    await ask.take({ kind: 'productUpserted', product });
    expect(await intake.query(sql<{ categories: string[] }>`select categories from customer_purchased`)).toEqual([
      { categories: ['beans', 'coffee'] },
    ]);
    expect((await ask.kinds()).at(-1)).toBe('customerChanged');
  });
});

describe('a refund told by itself', () => {
  const refund: PlatformEvent = {
    kind: 'refundCreated',
    orderExternalId: '1001',
    currency: 'EUR' as CurrencyCode,
    refund: { externalId: 'r1', createdAt: plus(october, hourMs), amountMinor: 500, reason: null },
  };

  it('waits for its order, and is told and counted once', async () => {
    await ask.take(refund);
    expect(await ask.states()).toEqual([['waiting', 'refund.order_unknown']]);
    await intake.receive([upsert()], [refund]);
    await intake.workForADay();
    expect(await ask.orders()).toMatchObject([{ status: 'partially_refunded', refunded: 500 }]);
    expect(await ask.values()).toMatchObject([{ gross: 1990, refunded: 500 }]);
    expect((await ask.kinds()).filter((kind) => kind === 'orderRefunded')).toHaveLength(1);
  });

  it('in another currency than its order’s is set aside with the reason, and takes nothing off', async () => {
    await ask.take(upsert(), { ...refund, currency: 'JPY' as CurrencyCode });
    expect(await ask.states()).toEqual([
      ['processed', null],
      ['poison', 'refund.currency_differs'],
    ]);
    expect(await ask.values()).toMatchObject([{ gross: 1990, refunded: 0 }]);
    expect(await ask.kinds()).not.toContain('orderRefunded');
  });

  it('is set aside when its order has not come within a day', async () => {
    await ask.take(refund);
    opened.clock.shiftMs += dayMs + hourMs;
    await intake.work();
    expect(await ask.states()).toEqual([['poison', 'refund.order_unknown']]);
  });
});

describe('consent', () => {
  const say = (state: Consent['state'], hours: number): PlatformEvent => ({
    kind: 'consentChanged',
    externalId: null,
    email: 'ada@buyer.example',
    consent: { state, at: plus(october, hours * hourMs), source: 'form' },
  });

  it('ticked on a referral page counts once an order is paid under that address, and a no said meanwhile stands', async () => {
    const tick = (email: string) =>
      opened.database.withStore(intake.storeId, (tx, now) =>
        ensureCustomer(tx, intake.storeId, { email, firstName: null, locale: null, saidYesAt: october }, now),
      );
    await tick('ada@buyer.example');
    await tick('bo@buyer.example');
    await ask.take(upsert({ status: 'pending', paidAt: null }));
    expect((await ask.customers()).map(({ consent }) => consent)).toEqual(['pending', 'pending']);
    await ask.take(upsert({ updatedAt: plus(october, hourMs) }), say('unsubscribed', 1));
    expect((await ask.customers()).map(({ consent }) => consent)).toEqual(['unsubscribed', 'pending']);
    const paidAt = plus(october, 2 * hourMs);
    await ask.take(
      upsert({ externalId: '2', customer: buyer(null, 'bo@buyer.example'), paidAt, updatedAt: paidAt }),
      upsert({ externalId: '3', paidAt, updatedAt: paidAt }),
    );
    expect((await ask.customers()).map(({ consent }) => consent)).toEqual(['unsubscribed', 'subscribed']);
  });

  it('given at a checkout dates from that checkout: news of the order brings back nobody who said no since', async () => {
    const customer = {
      ...buyer(null, 'ada@buyer.example'),
      consent: { state: 'subscribed' as const, at: null, source: 'checkout' },
    };
    await ask.take(
      upsert({ customer }),
      say('unsubscribed', 1),
      upsert({ customer, status: 'fulfilled', updatedAt: plus(october, 2 * hourMs) }),
    );
    expect(await ask.customers()).toMatchObject([{ consent: 'unsubscribed' }]);
    const again = plus(october, dayMs);
    await ask.take(upsert({ externalId: '2', customer, placedAt: again, paidAt: again, updatedAt: again }));
    expect(await ask.customers()).toMatchObject([{ consent: 'subscribed' }]);
  });

  it('is what was said last, and an older yes never undoes a no', async () => {
    await ask.take(say('unsubscribed', 2), say('subscribed', 1), upsert());
    expect(await ask.customers()).toMatchObject([{ consent: 'unsubscribed' }]);
    await ask.take(say('subscribed', 3));
    expect(await ask.customers()).toMatchObject([{ consent: 'subscribed' }]);
  });

  it('ends with the account', async () => {
    await ask.take(upsert({ customer: buyer('acc-1', 'ada@buyer.example') }), say('subscribed', 1), {
      kind: 'customerDeleted',
      externalId: 'acc-1',
    });
    expect(await ask.customers()).toMatchObject([{ consent: 'unsubscribed', orders: 1 }]);
  });
});

it('many workers at once make of each order one order and of each address one customer', async () => {
  await intake.receive(
    ...Array.from({ length: 300 }, (_, n) => [
      upsert({ externalId: `${n}`, customer: buyer(null, `c${n % 50}@buyer.example`) }),
    ]),
  );
  await Promise.all([intake.work(), intake.work(), intake.work()]);
  expect(await ask.customers()).toHaveLength(50);
  expect(await ask.orders()).toHaveLength(300);
  const [sums] = await intake.query(sql<{ kept: number; recomputed: number }>`
    select (select sum(gross_minor)::bigint from customer_value) as kept, (select sum(grand_minor)::bigint from orders) as recomputed`);
  expect(sums!.kept).toBe(sums!.recomputed);
});
