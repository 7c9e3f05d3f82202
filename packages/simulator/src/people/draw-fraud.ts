import { dayMs, hourMs, plus, type Instant, type Random } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { StoreWorld } from '../store-world.ts';
import { drawAdvocate } from './draw-advocate.ts';
import type { Arrival, ArrivalMoment } from './draw-customer.ts';
import { drawPerson, toPerson } from './person.ts';

/** How likely a ring, once begun, goes on with one more look-alike. */
const ringGoesOn = 0.6;

/**
 * Somebody who comes to gain by a referral that is none; null when this one is honest.
 * `selfReferral`: the customer before once more, with a tag in the address. `ring`: look-alikes of the one before, within
 * hours. `refundsAfterReward`: a friend like any other, who gives the first order back once the reward is out.
 */
export function drawFraud(world: StoreWorld, moment: ArrivalMoment): Arrival | null {
  const random = moment.random.fork('fraud');
  const previous = moment.earlier.at(-1);
  if (previous === undefined) return null;
  if (previous.fraud === 'ring' && random.next() < ringGoesOn) return joinRing(world, random, previous, moment);
  if (random.next() >= world.archetype.shares.fraud || previous.fraud !== null) return null;
  const kind = random.below(3);
  if (kind === 0) return referOneself(world, random, previous, moment);
  return kind === 1 ? joinRing(world, random, previous, moment) : takeAndReturn(world, random, moment);
}

function referOneself(
  world: StoreWorld,
  random: Random,
  previous: SimulatedCustomer,
  { index, comesAt }: ArrivalMoment,
): Arrival {
  const [local = '', domain = ''] = previous.email.split('@');
  const soon = plus(previous.arrivedAt, (2 + 12 * random.next()) * dayMs);
  return {
    person: { ...toPerson(previous), email: `${local}+${index + 1}@${domain}` },
    arrivedAt: keepSide(world, soon, comesAt, previous.arrivedAt),
    householdKey: previous.householdKey,
    advocateKey: previous.key,
    fraud: 'selfReferral',
  };
}

function joinRing(
  world: StoreWorld,
  random: Random,
  previous: SimulatedCustomer,
  { index, comesAt }: ArrivalMoment,
): Arrival {
  const [local = '', domain = ''] = previous.email.split('@');
  const soon = plus(previous.arrivedAt, (0.5 + 5 * random.next()) * hourMs);
  return {
    person: { ...toPerson(previous), email: `${local.replace(/\.\d+$/, '')}.${index + 1}@${domain}` },
    arrivedAt: keepSide(world, soon, comesAt, previous.arrivedAt),
    householdKey: previous.householdKey,
    advocateKey: previous.fraud === 'ring' ? previous.advocateKey : previous.key,
    fraud: 'ring',
  };
}

function takeAndReturn(
  world: StoreWorld,
  random: Random,
  { key, index, comesAt, earlier }: ArrivalMoment,
): Arrival | null {
  const { identity, archetype } = world;
  const { countries } = archetype;
  const advocateKey = drawAdvocate(random, 1, comesAt, earlier);
  if (advocateKey === null) return null;
  const person = drawPerson(random, countries[identity.country] ?? [], String(index + 1));
  return { person, arrivedAt: comesAt, householdKey: key, advocateKey, fraud: 'refundsAfterReward' };
}

/** Of those counted before `until` nobody comes after it, and of the others nobody before: else a longer simulation would
 * change what has been. */
function keepSide({ until }: StoreWorld, wishedAt: Instant, comesAt: Instant, previousAt: Instant): Instant {
  if (wishedAt < until === comesAt < until) return wishedAt;
  return comesAt > previousAt ? comesAt : plus(previousAt, (until - previousAt) / 2);
}
