import type { Consent } from '@regulars/core/commerce';
import type { Instant, Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';
import type { SimulatedCustomer, Temperament } from '../simulated-customer.ts';
import type { StoreWorld } from '../store-world.ts';
import { drawAdvocate } from './draw-advocate.ts';
import { drawFraud } from './draw-fraud.ts';
import { drawHousemate, drawPerson, toPerson, type Person } from './person.ts';

/** A customer before anything is known of what they buy. */
export type Newcomer = Omit<SimulatedCustomer, 'rhythm'>;

/** What brings somebody to the store. */
export type Arrival = Pick<SimulatedCustomer, 'arrivedAt' | 'householdKey' | 'advocateKey' | 'fraud'> & {
  readonly person: Person;
};

const temperaments: readonly (readonly [Temperament, number])[] = [
  ['quiet', 40],
  ['talkative', 20],
  ['enthusiast', 20],
  ['worried', 12],
  ['impatient', 8],
];

/** Of those asked at the checkout; the others were not asked. */
const subscribedShare = 0.58;
const refusedShare = 0.3;

/**
 * Who comes as number `index`. It depends on customers with smaller numbers only, so that more customers leave these as
 * they are.
 *
 * @param comesAt when they would come if nobody brought them earlier or later.
 */
export function drawCustomer(
  world: StoreWorld,
  index: number,
  comesAt: Instant,
  earlier: readonly SimulatedCustomer[],
): Newcomer {
  const random = world.random.fork(index).fork('who');
  const key = `${world.identity.key}-${index + 1}`;
  const temperament = choose(random, temperaments);
  const isGuest = random.next() < world.archetype.shares.alwaysGuest;
  const consentDraw = random.next();
  const { person, ...arrival } =
    drawFraud(world, index, comesAt, earlier) ?? drawHonest(world, random, key, index, comesAt, earlier);
  return {
    key,
    externalId: isGuest ? null : String(10_001 + index),
    ...person,
    ...arrival,
    consent: toConsent(consentDraw, arrival.arrivedAt),
    temperament,
  };
}

function drawHonest(
  world: StoreWorld,
  random: Random,
  key: string,
  index: number,
  arrivedAt: Instant,
  earlier: readonly SimulatedCustomer[],
): Arrival {
  const { shares, countries } = world.archetype;
  const previous = earlier.at(-1) ?? null;
  const isSecond = random.next() < shares.secondInHousehold;
  const advocateKey = drawAdvocate(random, shares.broughtByFriend, arrivedAt, earlier);
  const tag = String(index + 1);
  if (isSecond && previous !== null && previous.fraud === null) {
    const person = drawHousemate(random, toPerson(previous), tag);
    return { person, arrivedAt, householdKey: previous.householdKey, advocateKey, fraud: null };
  }
  const person = drawPerson(random, countries[world.identity.country] ?? [], tag);
  return { person, arrivedAt, householdKey: key, advocateKey, fraud: null };
}

function toConsent(draw: number, at: Instant): Consent {
  if (draw < subscribedShare) return { state: 'subscribed', at, source: 'checkout' };
  if (draw < subscribedShare + refusedShare) return { state: 'unsubscribed', at, source: 'checkout' };
  return { state: 'not_asked', at: null, source: null };
}
