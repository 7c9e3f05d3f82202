import { dayMs, plus, type Instant, type Random } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { StoreWorld } from '../store-world.ts';
import { drawAdvocate } from './draw-advocate.ts';
import type { Arrival } from './draw-customer.ts';
import { drawPerson, toPerson } from './person.ts';

/** How likely a ring, once begun, goes on with one more look-alike. */
const ringGoesOn = 0.6;

/**
 * Somebody who comes to gain by a referral that is none; null when number `index` is honest.
 * `selfReferral`: the customer before once more, with a tag in the address. `ring`: look-alikes of the one before, on the
 * same day. `refundsAfterReward`: a friend like any other, who gives the first order back once the reward is out.
 */
export function drawFraud(
  world: StoreWorld,
  index: number,
  comesAt: Instant,
  earlier: readonly SimulatedCustomer[],
): Arrival | null {
  const random = world.random.fork(index).fork('fraud');
  const previous = earlier.at(-1);
  if (previous === undefined) return null;
  if (previous.fraud === 'ring' && random.next() < ringGoesOn) return joinRing(random, previous, index);
  if (random.next() >= world.archetype.shares.fraud || previous.fraud !== null) return null;
  const kind = random.below(3);
  if (kind === 0) return referOneself(random, previous, index);
  return kind === 1 ? joinRing(random, previous, index) : takeAndReturn(world, random, index, comesAt, earlier);
}

function referOneself(random: Random, previous: SimulatedCustomer, index: number): Arrival {
  const [local = '', domain = ''] = previous.email.split('@');
  return {
    person: { ...toPerson(previous), email: `${local}+${index + 1}@${domain}` },
    arrivedAt: plus(previous.arrivedAt, (2 + 12 * random.next()) * dayMs),
    householdKey: previous.householdKey,
    advocateKey: previous.key,
    fraud: 'selfReferral',
  };
}

function joinRing(random: Random, previous: SimulatedCustomer, index: number): Arrival {
  const [local = '', domain = ''] = previous.email.split('@');
  return {
    person: { ...toPerson(previous), email: `${local.replace(/\.\d+$/, '')}.${index + 1}@${domain}` },
    arrivedAt: plus(previous.arrivedAt, (0.02 + 0.2 * random.next()) * dayMs),
    householdKey: previous.householdKey,
    advocateKey: previous.fraud === 'ring' ? previous.advocateKey : previous.key,
    fraud: 'ring',
  };
}

function takeAndReturn(
  world: StoreWorld,
  random: Random,
  index: number,
  comesAt: Instant,
  earlier: readonly SimulatedCustomer[],
): Arrival | null {
  const advocateKey = drawAdvocate(random, 1, comesAt, earlier);
  if (advocateKey === null) return null;
  const key = `${world.identity.key}-${index + 1}`;
  const person = drawPerson(random, world.archetype.countries[world.identity.country] ?? [], String(index + 1));
  return { person, arrivedAt: comesAt, householdKey: key, advocateKey, fraud: 'refundsAfterReward' };
}
