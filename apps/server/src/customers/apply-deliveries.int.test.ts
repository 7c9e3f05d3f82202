import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { definePlatformAdapter, type PlatformEvent } from '@regulars/adapter-contracts';
import type { Consent, Order } from '@regulars/core/commerce';
import { dayMs, hourMs, ok, plus, toInstant } from '@regulars/core/shared';
import { anOrder, october } from '../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { testPlatform } from '../../test-support/test-platform.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  opened.clock.shiftMs = 0;
  intake = await createOrderIntake(opened);
});

const upsert = (change: Partial<Order> = {}): PlatformEvent => ({ kind: 'orderUpserted', order: anOrder(change) });
const buyer = (externalId: string | null, email: string | null) => ({ ...anOrder().customer!, externalId, email });
const take = async (...events: readonly PlatformEvent[]) => {
  for (const event of events) await intake.receive([event]);
  await intake.work();
};
const customers = () =>
  intake.query(sql<{ email: string | null; orders: number; consent: string }>`
  select c.email, c.consent_state as consent, (select count(*) from orders o where o.customer_id = c.id) as orders from customer c order by c.email`);
const orders = () =>
  intake.query(sql<{
    externalId: string;
    status: string;
    refunded: number;
    customerId: string | null;
    deletedAt: number | null;
    coupons: string[];
  }>`
  select external_id as "externalId", status, refunded_minor as refunded, customer_id as "customerId", deleted_at as "deletedAt", coupon_codes as coupons
  from orders order by external_id`);
const events = async () =>
  intake.query(
    sql<{
      kind: string;
      at: number;
      data: Record<string, unknown>;
    }>`select kind, at, data from event order by customer_id, seq`,
  );
const kinds = async () => (await events()).map(({ kind }) => kind);
const values = () =>
  intake.query(sql<{ currency: string; orders: number; gross: number; refunded: number }>`
  select currency, order_count as orders, gross_minor as gross, refunded_minor as refunded from customer_value order by currency`);
const states = async () => (await intake.deliveries()).map(({ state, reason }) => [state, reason]);

describe('a customer', () => {
  it('is one person as guest and with an account, whatever the case of the address', async () => {
    await take(
      upsert({ externalId: '1', customer: buyer(null, 'Ada@Buyer.example') }),
      upsert({ externalId: '2', customer: buyer('acc-1', 'ada@buyer.example') }),
      upsert({ externalId: '3', customer: buyer('acc-1', null) }),
    );
    expect(await customers()).toMatchObject([{ orders: 3 }]);
  });

  it('is nobody when the platform names nobody, and the order is kept all the same', async () => {
    await take(upsert({ customer: null }), upsert({ externalId: '2', customer: buyer(null, 'not an address') }));
    expect(await customers()).toEqual([]);
    expect(await orders()).toMatchObject([{ customerId: null }, { customerId: null }]);
    expect(await events()).toEqual([]);
  });

  it('keeps an address of their own: an account cannot take that of another', async () => {
    await take(
      upsert({ externalId: '1', customer: buyer('acc-1', 'ada@buyer.example') }),
      upsert({ externalId: '2', customer: buyer('acc-2', 'bo@buyer.example') }),
      upsert({ externalId: '3', customer: buyer('acc-2', 'ada@buyer.example'), updatedAt: plus(october, hourMs) }),
    );
    expect(await customers()).toMatchObject([
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
    await take(upsert(), upsert(), upsert({ status: 'fulfilled', updatedAt: plus(october, hourMs) }), upsert(later));
    expect(await kinds()).toEqual([
      'customerCreated',
      'orderPlaced',
      'orderPaid',
      'orderFulfilled',
      'orderPlaced',
      'orderPaid',
    ]);
    const numbers = (await events())
      .filter(({ kind }) => kind === 'orderPaid')
      .map(({ data }) => data['purchaseNumber']);
    expect(numbers).toEqual([1, 2]);
  });

  it('is not overwritten by an older version', async () => {
    await take(upsert({ status: 'fulfilled', updatedAt: plus(october, hourMs) }), upsert());
    expect(await orders()).toMatchObject([{ status: 'fulfilled' }]);
    expect(await states()).toEqual([
      ['processed', null],
      ['processed', 'order.older_version'],
    ]);
  });

  it('is what came last when two states claim the same version, and that is recorded', async () => {
    await take(upsert({ couponCodes: ['a'] }), upsert({ couponCodes: ['b'] }));
    expect(await orders()).toMatchObject([{ coupons: ['b'] }]);
    expect(await states()).toEqual([
      ['processed', null],
      ['processed', 'order.same_version_differs'],
    ]);
    await intake.query(sql`update delivery set state = 'received'`);
    await intake.work();
    expect(await orders()).toMatchObject([{ coupons: ['b'] }]);
  });

  it('seen for the first time long after it was sent is history, not news', async () => {
    const old = toInstant(Date.UTC(2024, 0, 1));
    await take(upsert({ placedAt: old, paidAt: old, status: 'fulfilled', updatedAt: october }));
    const times = (await events()).map(({ at }) => at);
    expect(new Set(times)).toEqual(new Set([old]));
  });

  it('that is a test is kept, and counts and tells nothing', async () => {
    await take(upsert({ isTest: true }));
    expect(await kinds()).toEqual(['customerCreated']);
    expect(await values()).toEqual([]);
  });

  it('that was deleted counts no more, even if the deletion comes first, until the shop brings it back', async () => {
    await take({ kind: 'orderDeleted', externalId: '1001' }, upsert());
    expect(await orders()).toMatchObject([{ deletedAt: expect.any(Number) }]);
    expect(await values()).toEqual([]);
    expect(await kinds()).toEqual(['customerCreated', 'orderPlaced', 'orderPaid', 'orderCancelled']);
    const [restoredAt] = await intake.query(sql<{ at: number }>`select clock_now() + interval '1 hour' as at`);
    await take(upsert({ updatedAt: toInstant(restoredAt!.at) }));
    expect(await orders()).toMatchObject([{ deletedAt: null }]);
    expect(await values()).toMatchObject([{ orders: 1, gross: 1990 }]);
  });

  it('with characters Postgres cannot keep is kept without them', async () => {
    await take(
      upsert({
        customer: { ...buyer(null, 'ada@buyer.example'), firstName: 'A\0da\ud800' },
        attributes: { 'no\0te': 'x' },
      }),
    );
    expect(await states()).toEqual([['processed', null]]);
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
    await take(upsert(), { kind: 'productUpserted', product });
    expect(await intake.query(sql<{ categories: string[] }>`select categories from customer_purchased`)).toEqual([
      { categories: ['beans', 'coffee'] },
    ]);
  });
});

describe('a refund told by itself', () => {
  const refund: PlatformEvent = {
    kind: 'refundCreated',
    orderExternalId: '1001',
    refund: { externalId: 'r1', createdAt: plus(october, hourMs), amountMinor: 500, reason: null },
  };

  it('waits for its order, and is told and counted once', async () => {
    await take(refund);
    expect(await states()).toEqual([['waiting', 'refund.order_unknown']]);
    await intake.receive([upsert()], [refund]);
    await intake.workForADay();
    expect(await orders()).toMatchObject([{ status: 'partially_refunded', refunded: 500 }]);
    expect(await values()).toMatchObject([{ gross: 1990, refunded: 500 }]);
    expect((await kinds()).filter((kind) => kind === 'orderRefunded')).toHaveLength(1);
  });

  it('is set aside when its order has not come within a day', async () => {
    await take(refund);
    opened.clock.shiftMs = dayMs + hourMs;
    await intake.work();
    expect(await states()).toEqual([['poison', 'refund.order_unknown']]);
  });
});

describe('consent', () => {
  const say = (state: Consent['state'], hours: number): PlatformEvent => ({
    kind: 'consentChanged',
    externalId: null,
    email: 'ada@buyer.example',
    consent: { state, at: plus(october, hours * hourMs), source: 'form' },
  });

  it('is what was said last, and an older yes never undoes a no', async () => {
    await take(say('unsubscribed', 2), say('subscribed', 1), upsert());
    expect(await customers()).toMatchObject([{ consent: 'unsubscribed' }]);
    await take(say('subscribed', 3));
    expect(await customers()).toMatchObject([{ consent: 'subscribed' }]);
  });

  it('ends with the account', async () => {
    await take(upsert({ customer: buyer('acc-1', 'ada@buyer.example') }), say('subscribed', 1), {
      kind: 'customerDeleted',
      externalId: 'acc-1',
    });
    expect(await customers()).toMatchObject([{ consent: 'unsubscribed', orders: 1 }]);
  });
});

describe('an erasure', () => {
  const erase: PlatformEvent = { kind: 'customerErased', externalId: 'acc-1', email: 'Ada@buyer.example' };
  const ada = { customer: buyer('acc-1', 'Ada@Buyer.example') };
  const personal = ['ada@buyer.example', 'acc-1', 'Smit', 'Utrecht'];

  /** Every row of every table as text, so that nothing can hide in a column nobody thought of. */
  const everything = async () => {
    const tables = await intake.query(
      sql<{
        name: string;
      }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`,
    );
    const texts = await Promise.all(
      tables.map(({ name }) =>
        intake.query(
          sql<{
            text: string;
          }>`select convert_from(convert_to(to_jsonb(t)::text, 'UTF8'), 'UTF8') as text from ${sql.table(name)} t`,
        ),
      ),
    );
    const bodies = (await intake.deliveries()).map(({ body }) => body);
    return [...texts.flat().map(({ text }) => text), ...bodies].join('\n').toLowerCase();
  };

  it.each([
    ['after', [upsert(ada), erase]],
    ['before', [erase, upsert(ada)]],
    [
      'between two versions of',
      [upsert(ada), erase, upsert({ ...ada, updatedAt: plus(october, hourMs), status: 'fulfilled' })],
    ],
  ])('%s an order leaves its amounts and nothing that tells who it was', async (_when, told) => {
    await take(...told);
    const text = await everything();
    for (const word of personal) expect(text).not.toContain(word.toLowerCase());
    expect(await customers()).toMatchObject([{ email: null, orders: 1, consent: 'unsubscribed' }]);
    expect(await values()).toMatchObject([{ gross: 1990 }]);
  });

  it('does not keep the same person from buying again as somebody new', async () => {
    const [soon] = await intake.query(sql<{ at: number }>`select clock_now() + interval '1 hour' as at`);
    const at = toInstant(soon!.at);
    await take(upsert(ada), erase, upsert({ ...ada, externalId: '2', placedAt: at, paidAt: at, updatedAt: at }));
    expect(await customers()).toMatchObject([
      { email: 'Ada@Buyer.example', orders: 1 },
      { email: null, orders: 1 },
    ]);
  });

  it('as a platform tells it order by order is done when the last one is anonymous', async () => {
    const anonymous = (externalId: string): PlatformEvent => ({
      kind: 'orderAnonymized',
      externalId,
      updatedAt: plus(october, hourMs),
    });
    await take(upsert(ada), upsert({ ...ada, externalId: '1002' }), anonymous('1001'));
    expect(await customers()).toMatchObject([{ email: 'Ada@Buyer.example', orders: 2 }]);
    await take(anonymous('1002'));
    expect(await customers()).toMatchObject([{ email: null, orders: 2 }]);
    expect((await kinds()).at(-1)).toBe('customerErased');
    expect(await everything()).not.toContain('ada@buyer.example');
  });
});

describe('a delivery that cannot be used', () => {
  it('breaks no other: the one at fault is set aside after some attempts', async () => {
    const absurd = upsert({ externalId: 'absurd', totals: { ...anOrder().totals, grandMinor: 1e30 } });
    await intake.receive([upsert({ externalId: '1' })], [absurd], [upsert({ externalId: '2' })]);
    await intake.work();
    expect((await orders()).map(({ externalId }) => externalId)).toEqual(['1', '2']);
    for (let day = 1; day < 6; day += 1) {
      opened.clock.shiftMs = day * dayMs;
      await intake.work();
    }
    expect(await states()).toEqual([
      ['processed', null],
      ['poison', 'delivery.failed'],
      ['processed', null],
    ]);
  });

  it('is poison at once when its adapter refuses it, with the reason', async () => {
    await intake.receive('{"truncated":', [upsert()]);
    await intake.work();
    expect(await states()).toEqual([
      ['poison', 'webhook.json_invalid'],
      ['processed', null],
    ]);
  });

  it('does no harm when its adapter throws', async () => {
    const broken = definePlatformAdapter({
      ...testPlatform,
      parseWebhook: ({ body }) => {
        if (Buffer.from(body).toString() === 'throw') throw new TypeError('oops');
        return ok(JSON.parse(Buffer.from(body).toString()) as PlatformEvent[]);
      },
    });
    intake = await createOrderIntake(opened, broken as never);
    await intake.receive('throw', [upsert()]);
    await intake.work();
    expect(await states()).toEqual([
      ['waiting', 'delivery.failed'],
      ['processed', null],
    ]);
  });

  it('in part is used in its other parts, and the bad part is kept by itself', async () => {
    await intake.receive([
      upsert(),
      {
        kind: 'partRejected',
        rejection: { code: 'order.currency_unknown', path: '/1', message: 'No.' },
        part: '{"a":1}',
      },
    ]);
    await intake.work();
    expect(await orders()).toHaveLength(1);
    expect(await intake.deliveries()).toMatchObject([
      { state: 'processed' },
      { state: 'poison', reason: 'order.currency_unknown', body: '{"a":1}' },
    ]);
  });
});

it('many workers at once make of each order one order and of each address one customer', async () => {
  await intake.receive(
    ...Array.from({ length: 300 }, (_, n) => [
      upsert({ externalId: `${n}`, customer: buyer(null, `c${n % 50}@buyer.example`) }),
    ]),
  );
  await Promise.all([intake.work(), intake.work(), intake.work()]);
  expect(await customers()).toHaveLength(50);
  expect(await orders()).toHaveLength(300);
  const [sums] = await intake.query(sql<{ kept: number; recomputed: number }>`
    select (select sum(gross_minor)::bigint from customer_value) as kept, (select sum(grand_minor)::bigint from orders) as recomputed`);
  expect(sums!.kept).toBe(sums!.recomputed);
});
