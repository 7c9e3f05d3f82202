import { parseInstant, toInstant } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import { chiSquareLimit, chiSquareScore } from '../../test-support/chi-square.ts';
import { kolmogorovSmirnov, ksLimit } from '../../test-support/kolmogorov-smirnov.ts';
import { scoreLimit, shareScore } from '../../test-support/share-score.ts';
import { archetypes } from '../archetypes/archetypes.ts';
import { simulateAgency } from '../simulate-agency.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import { createStoreWorld } from '../store-world.ts';
import { consentWeights } from './draw-consent.ts';
import { temperamentWeights } from './draw-customer.ts';
import { countries } from './places.ts';

const at = (text: string) => parseInstant(text) ?? toInstant(0);
const { stores } = simulateAgency({
  seed: 11,
  stores: 3,
  customersPerStore: 2_400,
  from: at('2024-11-22T00:00:00Z'),
  until: at('2026-11-22T00:00:00Z'),
});
const customers = stores.flatMap((store) => store.customers);

test.each(stores)('$name: guests, discount hunters and subscribers come in their shares', (store) => {
  const { shares, subscription } = archetypes[store.archetype];
  const honest = store.customers.filter(({ fraud }) => fraud === null);
  const count = (isOne: (customer: SimulatedCustomer) => boolean) => honest.filter(isOne).length;
  const guests = count(({ externalId }) => externalId === null);
  expect(shareScore(guests, honest.length, shares.alwaysGuest)).toBeLessThan(scoreLimit);
  const subscribers = count(({ rhythm }) => rhythm.subscribesTo !== null);
  if (subscription === null) expect(subscribers).toBe(0);
  else expect(shareScore(subscribers, honest.length, subscription.share)).toBeLessThan(scoreLimit);
  const hunters = count(({ rhythm }) => rhythm.isDiscountHunter);
  expect(shareScore(hunters, honest.length - subscribers, shares.discountHunter)).toBeLessThan(scoreLimit);
});

test.each(stores)('$name: people live where its customers live, and mostly speak as one does there', (store) => {
  const weights = archetypes[store.archetype].countries[store.country] ?? [];
  const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
  const alone = store.customers.filter((customer) => customer.householdKey === customer.key);
  for (const [country, weight] of weights) {
    const count = alone.filter(({ address }) => address.country === country).length;
    expect(shareScore(count, alone.length, weight / total)).toBeLessThan(scoreLimit);
  }
  const atHome = alone.filter(({ address, locale }) => locale === countries[address.country].language);
  expect(atHome.length).toBeGreaterThan(alone.length * 0.93);
});

test('temperaments and consents come by their weights', () => {
  const cellsOf = <Value>(
    weights: readonly (readonly [Value, number])[],
    of: (customer: SimulatedCustomer) => Value,
  ) => {
    const total = weights.reduce((sum, [, weight]) => sum + weight, 0);
    return weights.map(([value, weight]) => ({
      observed: customers.filter((customer) => of(customer) === value).length,
      expected: (customers.length * weight) / total,
    }));
  };
  const temperaments = cellsOf(temperamentWeights, ({ temperament }) => temperament);
  expect(chiSquareScore(temperaments)).toBeLessThan(chiSquareLimit);
  const consents = cellsOf<string>(consentWeights, ({ consent }) => consent.state);
  expect(chiSquareScore(consents)).toBeLessThan(chiSquareLimit);
});

test('arrivals grow as said: a tenth of the store’s time brings 6.4 % of the customers at first and 13.6 % at last', () => {
  const [store] = stores as [SimulatedStore];
  const until = at('2026-11-22T00:00:00Z');
  const span = { from: at('2024-11-22T00:00:00Z'), until, end: until };
  const { time } = createStoreWorld(store, store.products, store.seed, span);
  const honest = store.customers.filter(({ fraud }) => fraud === null);
  const shares = honest.map(({ arrivedAt }) => time.daysAt(arrivedAt) / time.daysAt(until));
  expect(kolmogorovSmirnov(shares, (share) => 0.6 * share + 0.4 * share ** 2)).toBeLessThan(ksLimit);
});

test('a household is two or more people of one address, each with a name and a mailbox of their own', () => {
  const households = Object.values(Object.groupBy(customers, ({ householdKey }) => householdKey));
  const shared = households
    .map((members = []) => members.filter(({ fraud }) => fraud === null))
    .filter((members) => members.length > 1);
  expect(shared.length).toBeGreaterThan(200);
  for (const members of shared) {
    expect(new Set(members.map(({ address }) => JSON.stringify(address))).size).toBe(1);
    expect(new Set(members.map(({ email }) => email)).size).toBe(members.length);
    expect(new Set(members.map(({ firstName }) => firstName)).size).toBeGreaterThan(1);
  }
});

test('friends come after the one who told them, and bring friends themselves: chains of four and more', () => {
  const byKey = new Map(customers.map((customer) => [customer.key, customer]));
  const depths = new Map<string, number>();
  for (const { key, advocateKey, arrivedAt } of customers) {
    const advocate = advocateKey === null ? null : byKey.get(advocateKey);
    if (advocate === undefined) throw new Error(`${key} was brought by nobody.`);
    if (advocate !== null) expect(advocate.arrivedAt).toBeLessThan(arrivedAt);
    depths.set(key, advocate === null ? 0 : (depths.get(advocate.key) ?? 0) + 1);
  }
  expect(Math.max(...depths.values())).toBeGreaterThanOrEqual(4);
});

test('about as many are brought by a friend as the archetype says; the first customers have nobody to tell them', () => {
  for (const store of stores) {
    const honest = store.customers.filter(({ fraud }) => fraud === null);
    const share = honest.filter(({ advocateKey }) => advocateKey !== null).length / honest.length;
    const said = archetypes[store.archetype].shares.broughtByFriend;
    expect(share).toBeLessThan(said + 0.02);
    expect(share).toBeGreaterThan(said * 0.8);
  }
});

test('a self-referral is the same person with a tagged address', () => {
  const byKey = new Map(customers.map((customer) => [customer.key, customer]));
  const selves = customers.filter(({ fraud }) => fraud === 'selfReferral');
  expect(selves.length).toBeGreaterThan(20);
  for (const self of selves) {
    const advocate = byKey.get(self.advocateKey ?? '');
    expect(self.address).toEqual(advocate?.address);
    expect(self.email.replace(/\+\d+@/, '@')).toBe(advocate?.email);
  }
});

test('a ring is several look-alikes of one advocate within a day or two', () => {
  const ring = customers.filter(({ fraud }) => fraud === 'ring');
  const byAdvocate = Object.values(Object.groupBy(ring, ({ advocateKey }) => advocateKey ?? ''));
  expect(Math.max(...byAdvocate.map((members = []) => members.length))).toBeGreaterThanOrEqual(3);
});

test('whoever takes the reward and runs gives the first order back in full', () => {
  const takers = customers.filter(({ fraud }) => fraud === 'refundsAfterReward');
  const happenings = stores.flatMap((store) => store.happenings);
  const refunds = happenings.filter(({ kind, order }) => kind === 'orderRefunded' && order.status === 'refunded');
  const returned = new Set(
    refunds.filter(({ order }) => order.number.endsWith('-1')).map(({ order }) => order.customerKey),
  );
  const early = takers.filter(({ arrivedAt }) => arrivedAt < at('2026-08-01T00:00:00Z'));
  expect(early.length).toBeGreaterThan(20);
  expect(early.every(({ key }) => returned.has(key))).toBe(true);
});
