import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlatformEvent } from '@regulars/adapter-contracts';
import type { CustomerDetails, Order, Refund } from '@regulars/core/commerce';
import { hourMs, plus, type CurrencyCode } from '@regulars/core/shared';
import { applyContributionChange, contributionOf, emptyValue, type CustomerValue } from '@regulars/core/value';
import { anOrder, october } from '../../test-support/an-order.ts';
import { dumpCustomers } from '../../test-support/dump-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const people = ['ada', 'bo'] as const;
type Person = (typeof people)[number];
const steps = ['pay', 'fulfil', 'refund', 'refundAlone', 'cancel', 'edit'] as const;

interface OrderStory {
  readonly buyer: Person | 'nobody';
  readonly asGuest: boolean;
  readonly isTest: boolean;
  readonly steps: readonly (typeof steps)[number][];
  readonly isDeleted: boolean;
}

const orderStory: fc.Arbitrary<OrderStory> = fc.record({
  buyer: fc.constantFrom(...people, 'nobody' as const),
  asGuest: fc.boolean(),
  isTest: fc.nat(9).map((n) => n === 0),
  steps: fc.array(fc.constantFrom(...steps), { maxLength: 6 }),
  isDeleted: fc.nat(5).map((n) => n === 0),
});

const story = fc.record({
  orders: fc.array(orderStory, { minLength: 1, maxLength: 4 }),
  accounts: fc.subarray([...people]),
  consents: fc.array(
    fc.tuple(fc.constantFrom(...people), fc.constantFrom('subscribed' as const, 'unsubscribed' as const)),
    { maxLength: 3 },
  ),
  productVersions: fc.nat(2),
});

function detailsOf({ buyer, asGuest }: OrderStory, n: number): CustomerDetails | null {
  if (buyer === 'nobody') return null;
  const typed = n % 2 === 0 ? `${buyer}@buyer.example` : `${buyer.toUpperCase()}@Buyer.Example`;
  const phone = n === 1 ? '+31 6 1234' : null;
  return {
    externalId: asGuest ? null : `acc-${buyer}`,
    email: typed,
    phone,
    firstName: `${buyer}-${n}`,
    lastName: null,
    locale: null,
    consent: null,
  };
}

/** The versions of one order, each the whole state after one more step, an hour apart. Every step states when it was taken. */
function tell(orderStory: OrderStory, n: number): readonly PlatformEvent[] {
  const externalId = `${1000 + n}`;
  const placedAt = plus(october, n * 10 * hourMs);
  let state: Order = anOrder({
    externalId,
    number: externalId,
    placedAt,
    updatedAt: placedAt,
    paidAt: null,
    status: 'pending',
    customer: detailsOf(orderStory, n),
    isTest: orderStory.isTest,
  });
  const events: PlatformEvent[] = [{ kind: 'orderUpserted', order: state }];
  for (const [index, step] of orderStory.steps.entries()) {
    const at = plus(placedAt, (index + 1) * hourMs);
    const refund: Refund = { externalId: `r${index}`, createdAt: at, amountMinor: 300, reason: null };
    if (step === 'refundAlone') {
      events.push({ kind: 'refundCreated', orderExternalId: externalId, currency: state.currency, refund });
      continue;
    }
    state = { ...state, updatedAt: at, ...after(state, step, refund) };
    events.push({ kind: 'orderUpserted', order: state });
  }
  return orderStory.isDeleted ? [...events, { kind: 'orderDeleted', externalId }] : events;
}

function after(state: Order, step: Exclude<(typeof steps)[number], 'refundAlone'>, refund: Refund): Partial<Order> {
  const at = refund.createdAt;
  switch (step) {
    case 'pay':
      return { status: state.status === 'pending' ? 'paid' : state.status, paidAt: state.paidAt ?? at };
    case 'fulfil':
      return {
        status: state.status === 'cancelled' ? 'cancelled' : 'fulfilled',
        fulfilledAt: state.fulfilledAt ?? at,
        paidAt: state.paidAt ?? at,
      };
    case 'refund': {
      const refundedMinor = state.totals.refundedMinor + refund.amountMinor;
      return {
        totals: { ...state.totals, refundedMinor },
        refunds: [...state.refunds, refund],
        paidAt: state.paidAt ?? at,
      };
    }
    case 'cancel':
      return { status: 'cancelled', cancelledAt: state.cancelledAt ?? at };
    case 'edit':
      return { couponCodes: [...state.couponCodes, 'more'], attributes: { gift: 'yes' } };
  }
}

function history({
  orders,
  accounts,
  consents,
  productVersions,
}: typeof story extends fc.Arbitrary<infer Value> ? Value : never): PlatformEvent[] {
  return [
    ...orders.flatMap(tell),
    ...accounts.map((person, n): PlatformEvent => ({
      kind: 'customerUpserted',
      customer: {
        externalId: `acc-${person}`,
        email: `${person}@buyer.example`,
        phone: null,
        firstName: person,
        lastName: 'Account',
        locale: 'nl',
        consent: null,
        createdAt: plus(october, -n * hourMs),
        updatedAt: plus(october, n * hourMs),
        country: 'NL',
        tags: ['vip'],
      },
    })),
    ...consents.map(([person, state], n): PlatformEvent => ({
      kind: 'consentChanged',
      externalId: null,
      email: `${person}@buyer.example`,
      consent: { state, at: plus(october, n * hourMs), source: 'form' },
    })),
    ...Array.from({ length: productVersions }, (_, n): PlatformEvent => ({
      kind: 'productUpserted',
      product: {
        externalId: '7',
        title: `House ${n}`,
        url: null,
        imageUrl: null,
        categories: n === 0 ? ['Coffee'] : ['Coffee', 'Beans'],
        tags: [],
        priceMinor: 1990,
        currency: 'EUR' as CurrencyCode,
        isDigital: false,
        isAvailable: true,
        updatedAt: plus(october, n * hourMs),
      },
    })),
  ];
}

async function play(events: readonly PlatformEvent[], pauses: ReadonlySet<number>): Promise<OrderIntake> {
  const intake = await createOrderIntake(opened);
  for (const [index, event] of events.entries()) {
    await intake.receive([event]);
    if (pauses.has(index)) await intake.work();
  }
  await intake.workForADay();
  return intake;
}

/** What every customer brought, added up afresh from their orders by core. */
async function addUpAfresh({ query }: OrderIntake): Promise<unknown> {
  const orders = await query(sql<{ customer: string; model: Order }>`
    select customer_id as customer, model from orders where customer_id is not null and deleted_at is null order by placed_at, external_id`);
  const values = new Map<string, CustomerValue>();
  for (const { customer, model } of orders) {
    const value = values.get(customer) ?? emptyValue(model.currency);
    values.set(customer, applyContributionChange(value, null, contributionOf(model)));
  }
  return Object.fromEntries([...values].filter(([, value]) => value.grossMinor > 0));
}

async function readKept({ query }: OrderIntake): Promise<unknown> {
  const rows = await query(sql<CustomerValue & { customer: string }>`
    select customer_id as customer, currency, order_count as "orderCount", gross_minor as "grossMinor", refunded_minor as "refundedMinor",
           discounted_order_count as "discountedOrderCount", purchased_at as "purchasedAt" from customer_value`);
  return Object.fromEntries(rows.map(({ customer, ...value }) => [customer, value]));
}

it('shuffled, doubled and replayed, a history leaves the same customers, orders, values and events', async () => {
  await fc.assert(
    fc.asyncProperty(
      story,
      fc.infiniteStream(fc.nat()),
      fc.uniqueArray(fc.nat(30), { maxLength: 3 }),
      async (told, random, pauses) => {
        const events = history(told);
        const inOrder = await play(events, new Set(events.keys()));
        const mixed = [...events, ...events.slice(0, 3)]
          .map((event) => ({ event, rank: random.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ event }) => event);
        const outOfOrder = await play(mixed, new Set(pauses));
        const dump = await dumpCustomers(inOrder);
        expect(await dumpCustomers(outOfOrder)).toEqual(dump);
        expect(await readKept(outOfOrder)).toEqual(await addUpAfresh(outOfOrder));
        // And all of it once more, as an operator's replay would.
        await outOfOrder.receive(...events.map((event) => [event]));
        await outOfOrder.workForADay();
        expect(await dumpCustomers(outOfOrder)).toEqual(dump);
      },
    ),
    { numRuns: 20 },
  );
}, 120_000);
