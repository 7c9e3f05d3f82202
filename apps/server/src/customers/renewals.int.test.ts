import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '@regulars/core/commerce';
import { dayMs, plus, toIsoString, type CurrencyCode } from '@regulars/core/shared';
import { anOrder, october } from '../../test-support/an-order.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { findMemberIds } from '../segments/find-member-ids.ts';
import type { CustomerAnswer } from './answers.ts';
import { everybody } from './customer-filter.ts';
import { listCustomers } from './list-customers.ts';

let opened: OpenTestDatabase;
let intake: OrderIntake;
let customers: readonly CustomerAnswer[];

const renewal = { isRenewal: true } as const;

/** Ada ordered for 30 once and renewed for 10 and for 9, of which 3 came back; Bo is known by a renewal only. */
const payments: readonly (readonly [name: string, day: number, grandMinor: number, change?: Partial<Order>])[] = [
  ['ada', 0, 3_000],
  ['ada', 30, 1_000, renewal],
  ['ada', 60, 900, { ...renewal, status: 'partially_refunded' }],
  ['ada', 90, 1_000, { ...renewal, status: 'refunded' }],
  ['ada', 91, 1_000, { ...renewal, status: 'pending', paidAt: null }],
  ['ada', 92, 1_000, { ...renewal, isTest: true }],
  ['ada', 93, 1_000, { ...renewal, currency: 'USD' as CurrencyCode }],
  ['bo', 5, 700, renewal],
];

beforeAll(async () => {
  opened = await openTestDatabase();
  intake = await createOrderIntake(opened);
  const plain = anOrder();
  for (const [index, [name, day, grandMinor, change]] of payments.entries()) {
    const at = plus(october, day * dayMs);
    const refundedMinor =
      change?.status === 'partially_refunded' ? 300 : change?.status === 'refunded' ? grandMinor : 0;
    const order = anOrder({
      externalId: `${index}`,
      placedAt: at,
      paidAt: at,
      updatedAt: at,
      customer: { ...plain.customer!, email: `${name}@buyer.example` },
      totals: { ...plain.totals, itemsMinor: grandMinor, grandMinor, refundedMinor },
      ...change,
    });
    await intake.receive([{ kind: 'orderUpserted', order }]);
  }
  await intake.work();
  const scope = { storeId: intake.storeId, currency: 'EUR' as CurrencyCode, findMembers: findMemberIds };
  const page = { filter: everybody, sort: 'newest', direction: 'descending', after: null, limit: 10 } as const;
  const listed = await opened.database.withStore(intake.storeId, (tx) => listCustomers(tx, scope, page));
  customers = listed.map(({ customer }) => customer);
});
afterAll(() => opened.close());

const valueOf = (name: string, currency = 'EUR') =>
  customers.find(({ email }) => email === `${name}@buyer.example`)?.values.find((value) => value.currency === currency);

describe('renewals of a subscription', () => {
  it('are told beside the orders, with what they brought and the day of the last', () => {
    expect(valueOf('ada')).toMatchObject({
      orderCount: 1,
      netMinor: 4_600,
      lastPurchaseAt: toIsoString(october),
      renewals: { count: 2, netMinor: 1_600, lastAt: toIsoString(plus(october, 60 * dayMs)) },
    });
    expect(valueOf('ada', 'USD')).toMatchObject({ orderCount: 0, renewals: { count: 1, netMinor: 1_000 } });
  });

  it('are all there is of some customers, whose value they make up', () => {
    expect(valueOf('bo')).toMatchObject({
      orderCount: 0,
      netMinor: 700,
      averageOrderMinor: null,
      renewals: { count: 1, netMinor: 700 },
    });
  });

  it('leave the average of orders as it is, on the page as in the rules of segments', async () => {
    expect(valueOf('ada')?.averageOrderMinor).toBe(3_000);
    const { rows } = await opened.database.withStore(intake.storeId, (tx) =>
      sql<object>`
        select average_order_minor as average, net_spent_minor as net from customer_facts order by net_spent_minor desc
      `.execute(tx),
    );
    expect(rows).toEqual([
      { average: 3_000, net: 4_600 },
      { average: null, net: 700 },
    ]);
  });
});
