import { dayMs, parseInstant, plus, toInstant, toLocalTime } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { scoreLimit, shareScore } from '../../test-support/share-score.ts';
import { archetypes } from '../archetypes/archetypes.ts';
import { hourFactor } from '../calendar/season.ts';
import { simulateAgency } from '../simulate-agency.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { Happening } from '../simulated-order.ts';
import { createStoreWorld } from '../store-world.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const [from, until] = [at('2024-11-22T00:00:00Z'), at('2026-11-22T00:00:00Z')];
const { stores } = simulateAgency({ seed: 5, stores: 3, customersPerStore: 2_000, from, until });
const [coffee, knives, books] = stores as [SimulatedStore, SimulatedStore, SimulatedStore];

const placedIn = ({ happenings }: SimulatedStore) => happenings.filter(({ kind }) => kind === 'orderPlaced');
const isHonest = (store: SimulatedStore) => {
  const honest = new Set(store.customers.filter(({ fraud }) => fraud === null).map(({ key }) => key));
  return ({ order }: Happening) => honest.has(order.customerKey);
};

test.each(stores)('$name: orders are cancelled, returned and partly returned in their shares', (store) => {
  const { shares } = archetypes[store.archetype];
  const isEarly = ({ order }: Happening) => order.placedAt < plus(until, -80 * dayMs);
  const told = store.happenings.filter(isHonest(store)).filter(isEarly);
  const orders = told.filter(({ kind }) => kind === 'orderPlaced').length;
  const count = (isOne: (happening: Happening) => boolean) => told.filter(isOne).length;
  const cancelled = count(({ kind }) => kind === 'orderCancelled');
  expect(shareScore(cancelled, orders, shares.cancelledOrder)).toBeLessThan(scoreLimit);
  const returned = count(({ kind, order }) => kind === 'orderRefunded' && order.status === 'refunded');
  expect(shareScore(returned, orders, shares.fullRefund)).toBeLessThan(scoreLimit);
  const partly = count(({ kind, order }) => kind === 'orderRefunded' && order.status === 'partially_refunded');
  expect(shareScore(partly, orders, shares.partialRefund)).toBeLessThan(scoreLimit);
});

test.each([knives, books])(
  '$name: presents are bought before Christmas more than at other times, to another address',
  (store) => {
    const { shares } = archetypes[store.archetype];
    const isSeason = ({ order }: Happening) => {
      const { month, day } = toLocalTime(order.placedAt, store.timeZone);
      return (month === 11 && day >= 20) || (month === 12 && day <= 22);
    };
    const isGift = ({ order }: Happening) => order.attributes['gift'] === 'yes';
    const season = placedIn(store).filter(isSeason);
    const others = placedIn(store).filter((happening) => !isSeason(happening));
    expect(shareScore(season.filter(isGift).length, season.length, shares.giftBeforeChristmas)).toBeLessThan(
      scoreLimit,
    );
    expect(shareScore(others.filter(isGift).length, others.length, shares.gift)).toBeLessThan(scoreLimit);
    for (const { order } of season.filter(isGift)) expect(order.shippingAddress).not.toEqual(order.billingAddress);
  },
);

test('knives: as many never come back as MBG/NBD says of each customer’s time with the store', () => {
  const world = createStoreWorld(knives, knives.products, knives.seed, { from, until, end: until });
  const counts = countOrders(knives);
  const { r, alphaDays, a, b } = archetypes.knives.law as { r: number; alphaDays: number; a: number; b: number };
  const whole = knives.customers.filter(({ rhythm }) => !rhythm.isDiscountHunter);
  const lost = whole.map(({ arrivedAt }) => {
    const days = world.time.daysAt(until) - world.time.daysAt(arrivedAt);
    return a / (a + b) + (b / (a + b)) * (alphaDays / (alphaDays + days)) ** r;
  });
  expect(sumScore(whole.filter(({ key }) => counts.get(key) === 1).length, lost)).toBeLessThan(scoreLimit);
});

test('coffee: as many are still active as Pareto/NBD says of each customer’s time with the store', () => {
  const world = createStoreWorld(coffee, coffee.products, coffee.seed, { from, until, end: until });
  const { s, betaDays } = archetypes.coffee.law as { s: number; betaDays: number };
  const free = coffee.customers.filter(({ rhythm }) => rhythm.subscribesTo === null);
  const alive = free.map(({ arrivedAt }) => {
    const days = world.time.daysAt(until) - world.time.daysAt(arrivedAt);
    return (betaDays / (betaDays + days)) ** s;
  });
  expect(sumScore(free.filter(({ rhythm }) => rhythm.dropOutAt === null).length, alive)).toBeLessThan(scoreLimit);
});

test('books: purchases follow the hours of the day by the store’s clock', () => {
  const isFree = keysOf(books, ({ rhythm, fraud }) => !rhythm.isDiscountHunter && fraud === null);
  const placed = placedIn(books).filter(({ order }) => isFree.has(order.customerKey));
  const hours = placed.map(({ order }) => Math.floor(toLocalTime(order.placedAt, books.timeZone).minuteOfDay / 60));
  const cells = Array.from({ length: 24 }, (_, hour) => ({
    observed: hours.filter((seen) => seen === hour).length,
    expected: (placed.length * hourFactor(hour)) / 24,
  }));
  expect(chiSquareScore(cells)).toBeLessThan(chiSquareLimit);
});

test('discount hunters come back for sales only, and always with the code', () => {
  for (const store of stores) {
    const hunters = keysOf(store, ({ rhythm }) => rhythm.isDiscountHunter);
    const repeats = placedIn(store).filter(
      ({ order }) => hunters.has(order.customerKey) && !order.number.endsWith('-1'),
    );
    expect(repeats.length).toBeGreaterThan(20);
    expect(repeats.every(({ order }) => order.couponCodes.length === 1 && order.totals.discountMinor > 0)).toBe(true);
  }
});

test('subscriptions are renewed to the minute, and renewals are marked', () => {
  const plans = new Map(archetypes.coffee.subscription?.plans.map((plan) => [plan.productId, plan.intervalDays]));
  const subscribers = coffee.customers.filter(({ rhythm }) => rhythm.subscribesTo !== null);
  const placed = Map.groupBy(placedIn(coffee), ({ order }) => order.customerKey);
  for (const { key, rhythm } of subscribers) {
    const orders = placed.get(key) ?? [];
    const intervalMs = (plans.get(rhythm.subscribesTo ?? '') ?? 0) * dayMs;
    for (const [index, { order }] of orders.entries()) {
      expect(order.placedAt - (orders[0]?.order.placedAt ?? 0)).toBe(index * intervalMs);
      expect(order.isRenewal).toBe(index > 0);
    }
  }
});

test.each([knives, books])('$name: nobody buys the same lasting thing twice for themselves', (store) => {
  const isLasting = (id: string) =>
    id !== 'book-token' && store.products.some((item) => item.externalId === id && item.replenishmentDays === null);
  const own = placedIn(store).filter(({ order }) => order.attributes['gift'] === undefined);
  const bought = own.flatMap(({ order }) =>
    order.lineItems.map((line) => ({ key: order.customerKey, id: line.productExternalId ?? '' })),
  );
  const pairs = bought.filter(({ id }) => isLasting(id)).map(({ key, id }) => `${key} ${id}`);
  expect(pairs.length).toBeGreaterThan(500);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('volumes of a series are read in order', () => {
  const series = new Map(books.products.map((product) => [product.externalId, product.series]));
  const read = new Map<string, number>();
  for (const { order } of placedIn(books).filter(({ order }) => order.attributes['gift'] === undefined)) {
    for (const { productExternalId } of order.lineItems) {
      const place = series.get(productExternalId ?? '') ?? null;
      if (place === null) continue;
      const reader = `${order.customerKey} ${place.key}`;
      expect(place.position).toBe((read.get(reader) ?? 0) + 1);
      read.set(reader, place.position);
    }
  }
  expect(read.size).toBeGreaterThan(300);
});

test('each rung of the ladder is climbed by fewer', () => {
  const reached = [1, 2, 3, 4].map((position) => {
    const ids = books.products.filter(({ series }) => series?.key === 'quiet-work' && series.position === position);
    const id = ids[0]?.externalId;
    return new Set(
      placedIn(books)
        .filter(({ order }) => order.lineItems.some((line) => line.productExternalId === id))
        .map(({ order }) => order.customerKey),
    ).size;
  });
  expect(reached).toEqual(reached.toSorted((a, b) => b - a));
  expect(reached[3]).toBeGreaterThan(0);
});

test('downloads are there within minutes and are sent nowhere; parcels take hours to days', () => {
  for (const { kind, order } of books.happenings) {
    const isDownload = order.lineItems.every(({ isDigital }) => isDigital);
    expect(order.shippingAddress === null).toBe(isDownload);
    if (kind !== 'orderFulfilled') continue;
    const tookMs = (order.fulfilledAt ?? 0) - order.placedAt;
    expect(tookMs < dayMs / 100).toBe(isDownload);
    expect(tookMs).toBeLessThan(9.1 * dayMs);
  }
});

function keysOf(store: SimulatedStore, isOne: (customer: SimulatedCustomer) => boolean): ReadonlySet<string> {
  return new Set(store.customers.filter(isOne).map(({ key }) => key));
}

function countOrders(store: SimulatedStore): ReadonlyMap<string, number> {
  const orders = Map.groupBy(placedIn(store), ({ order }) => order.customerKey);
  return new Map([...orders].map(([key, placed]) => [key, placed.length]));
}

/** As `shareScore`, where each has a chance of its own. */
function sumScore(observed: number, chances: readonly number[]): number {
  const mean = chances.reduce((sum, chance) => sum + chance, 0);
  const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
  return Math.abs(observed - mean) / Math.sqrt(variance);
}
