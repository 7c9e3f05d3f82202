import { deriveOrderStatus, toEmailKey, type PlatformOrderStatus } from '@regulars/core/commerce';
import { dayMs, parseInstant, plus, toInstant } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { simulateAgency } from './simulate-agency.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const plan = {
  seed: 7,
  stores: 6,
  customersPerStore: 100,
  from: at('2024-11-22T00:00:00Z'),
  until: at('2026-11-22T00:00:00Z'),
};
const agency = simulateAgency(plan);
const { stores } = agency;
const happenings = stores.flatMap((store) => store.happenings);
const customers = stores.flatMap((store) => store.customers);

test('the same seed gives the same agency to the byte, another seed another', () => {
  expect(JSON.stringify(simulateAgency(plan))).toBe(JSON.stringify(agency));
  expect(JSON.stringify(simulateAgency({ ...plan, seed: 8 }))).not.toBe(JSON.stringify(agency));
});

test('more customers leave the others and their orders as they are', () => {
  const more = simulateAgency({ ...plan, stores: 1, customersPerStore: 250 }).stores[0];
  const first = stores[0];
  expect(more?.customers.slice(0, 100)).toEqual(first?.customers);
  const keys = new Set(first?.customers.map(({ key }) => key));
  expect(more?.happenings.filter(({ order }) => keys.has(order.customerKey))).toEqual(first?.happenings);
});

test('more stores leave the others as they are', () => {
  expect(simulateAgency({ ...plan, stores: 2 }).stores).toEqual(stores.slice(0, 2));
});

test('a simulation that goes on longer has the same past, and new customers after it', () => {
  const longer = simulateAgency({ ...plan, continueUntil: plus(plan.until, 120 * dayMs) });
  for (const [index, store] of longer.stores.entries()) {
    expect(store.happenings.filter((happening) => happening.at < plan.until)).toEqual(stores[index]?.happenings);
    const later = store.customers.filter(({ arrivedAt }) => arrivedAt >= plan.until);
    expect(store.customers.length - later.length).toBe(plan.customersPerStore);
    expect(later.length).toBeGreaterThan(8);
    expect(later.length).toBeLessThan(60);
  }
});

test('every customer comes within the time asked for, and orders then', () => {
  expect(customers).toHaveLength(600);
  expect(customers.every(({ arrivedAt }) => arrivedAt >= plan.from && arrivedAt < plan.until)).toBe(true);
  const arrivals = new Map(customers.map(({ key, arrivedAt }) => [key, arrivedAt]));
  const firsts = happenings.filter(({ kind, order }) => kind === 'orderPlaced' && order.number.endsWith('-1'));
  expect(new Map(firsts.map(({ order }) => [order.customerKey, order.placedAt]))).toEqual(arrivals);
});

test('happenings are ascending, and each tells the order as it then stood', () => {
  for (const store of stores) {
    const moments = store.happenings.map((happening) => happening.at);
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    const seen = new Map<string, number>();
    for (const { kind, at, order } of store.happenings) {
      expect(order.updatedAt).toBe(at);
      expect(seen.has(order.externalId)).toBe(kind !== 'orderPlaced');
      expect(at).toBeGreaterThanOrEqual(seen.get(order.externalId) ?? order.placedAt);
      seen.set(order.externalId, at);
    }
  }
});

test('an order’s money adds up', () => {
  for (const { order } of happenings) {
    const { itemsMinor, discountMinor, shippingMinor, taxMinor, grandMinor, refundedMinor } = order.totals;
    expect(grandMinor).toBe(itemsMinor - discountMinor + shippingMinor);
    expect(order.lineItems.reduce((sum, line) => sum + line.subtotalMinor, 0)).toBe(itemsMinor);
    expect(order.lineItems.reduce((sum, line) => sum + line.discountMinor, 0)).toBe(discountMinor);
    expect(taxMinor).toBeLessThan(grandMinor / 4);
    expect(order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0)).toBe(refundedMinor);
    expect(refundedMinor).toBeLessThanOrEqual(grandMinor);
    for (const amount of Object.values(order.totals)) expect(Number.isSafeInteger(amount)).toBe(true);
  }
});

test('an order’s status is what the core derives from its facts', () => {
  for (const { order } of happenings) {
    const isGivenBack = order.status === 'partially_refunded' || order.status === 'refunded';
    const platform = (isGivenBack ? 'fulfilled' : order.platformStatus) as PlatformOrderStatus;
    expect(deriveOrderStatus({ platform, isPaid: order.paidAt !== null, ...order.totals })).toBe(order.status);
  }
});

test('mail addresses are valid, one of a kind in their store, and reach nobody', () => {
  for (const store of stores) {
    const emails = store.customers.map(({ email }) => email);
    expect(new Set(emails).size).toBe(emails.length);
    expect(emails.every((email) => toEmailKey(email) === email && email.endsWith('.example'))).toBe(true);
    expect(store.sender.email).toMatch(/\.example$/);
    expect(new URL(store.url).hostname).toMatch(/\.example$/);
  }
});

test('order numbers are one of a kind in their store', () => {
  for (const store of stores) {
    const numbers = store.happenings.filter(({ kind }) => kind === 'orderPlaced').map(({ order }) => order.number);
    expect(new Set(numbers).size).toBe(numbers.length);
  }
});

test('the first six stores speak three languages; the thirteenth bears a name with a number', () => {
  expect(stores.map(({ archetype }) => archetype)).toEqual(['coffee', 'knives', 'books', 'coffee', 'knives', 'books']);
  expect(new Set(stores.map(({ locale }) => locale))).toEqual(new Set(['nl', 'en', 'de']));
  const many = simulateAgency({ ...plan, stores: 25, customersPerStore: 2 }).stores;
  expect(new Set(many.map(({ key }) => key)).size).toBe(25);
  expect(many[12]?.name).toBe('Kade Koffie 2');
});

test('a store without customers is an empty one', () => {
  const [store] = simulateAgency({ ...plan, stores: 1, customersPerStore: 0 }).stores;
  expect(store?.customers).toEqual([]);
  expect(store?.happenings).toEqual([]);
  expect(store?.products.length).toBeGreaterThan(10);
});

test('every product has a title and a description of its own, and a page of its own', () => {
  for (const { products } of stores) {
    expect(new Set(products.map(({ title }) => title)).size).toBe(products.length);
    expect(new Set(products.map(({ description }) => description)).size).toBe(products.length);
    expect(new Set(products.map(({ url }) => url)).size).toBe(products.length);
  }
});
