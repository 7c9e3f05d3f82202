import { dayMs, hourMs, minuteMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';
import { drawExponential } from '@regulars/core/numeric';
import { drawOrders } from '../orders/draw-orders.ts';
import { drawPurchaseTimes } from '../orders/purchase-times.ts';
import { drawConsent } from '../people/draw-consent.ts';
import { drawPerson, toPerson, type Person } from '../people/person.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import { createStoreWorld } from '../store-world.ts';
import type { Reaction } from './reaction.ts';

/** Of those who recommend, so many recommend the store to themselves. */
const fraudShare = 0.06;

/** For so long the friend's later orders are told. */
const toldDays = 365;

type Recommendation = Extract<Reaction, { kind: 'recommends' }>;

/** A friend who claims and orders some days later; or the customer again, by another address and in a hurry. */
export function recommend(
  store: SimulatedStore,
  advocate: SimulatedCustomer,
  random: Random,
  sentAt: Instant,
  at: Instant,
): Recommendation {
  const isFraud = random.next() < fraudShare;
  const claimsAt = plus(at, isFraud ? 20 * minuteMs : (0.3 + 2 * drawExponential(random)) * dayMs);
  const arrivedAt = plus(claimsAt, isFraud ? 1.2 * minuteMs : (0.3 + 10 * drawExponential(random)) * hourMs);
  const end = plus(arrivedAt, toldDays * dayMs);
  // The welcome code takes the place of any sale's.
  const world = {
    ...createStoreWorld(store, store.products, store.seed, { from: arrivedAt, until: end, end }),
    sales: [],
  };
  const { rhythm, purchases } = drawPurchaseTimes(world, random.fork('rhythm'), arrivedAt);
  // One invitation a day at most, and one friend for each: the day tells friends apart.
  const number = Math.floor(sentAt / dayMs) % 1_000;
  const friend: SimulatedCustomer = {
    ...(isFraud ? toAlterEgo(advocate) : drawFriend(random.fork('who'), store, advocate, number)),
    key: `${advocate.key}-f${number}`,
    externalId: null,
    consent: drawConsent(random, claimsAt),
    arrivedAt,
    householdKey: isFraud ? advocate.householdKey : `${advocate.key}-f${number}`,
    advocateKey: advocate.key,
    fraud: isFraud ? 'selfReferral' : null,
    temperament: choose(random, [
      ['enthusiast', 2],
      ['talkative', 2],
      ['quiet', 3],
      ['worried', 1],
    ]),
    rhythm,
  };
  const happenings = drawOrders(world, friend, purchases, random.fork('orders'));
  const [first] = happenings;
  if (first === undefined) throw new Error('A friend who claims also orders.');
  return { kind: 'recommends', at, friend, claimsAt, order: first.order, happenings };
}

function toAlterEgo(advocate: SimulatedCustomer): Person {
  const person = toPerson(advocate);
  return { ...person, email: person.email.replace('@', '+friend@') };
}

/** Somebody of the same country. */
function drawFriend(
  random: Random,
  store: SimulatedStore,
  { key, address }: SimulatedCustomer,
  number: number,
): Person {
  const tag = `${key.slice(store.key.length + 1).replaceAll('-', '_')}_${number}`;
  return drawPerson(random, [[address.country, 1]], tag);
}
