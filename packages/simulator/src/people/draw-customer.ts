import type { Instant, Random } from '@regulars/core/shared';
import { choose } from '../laws/choose.ts';
import type { SimulatedCustomer, Temperament } from '../simulated-customer.ts';
import type { StoreWorld } from '../store-world.ts';
import { drawAdvocate } from './draw-advocate.ts';
import { drawConsent } from './draw-consent.ts';
import { drawFraud } from './draw-fraud.ts';
import { drawHousemate, drawPerson, toPerson, type Person } from './person.ts';

/** A customer before anything is known of what they buy. */
export type Newcomer = Omit<SimulatedCustomer, 'rhythm'>;

/** What brings somebody to the store. */
export type Arrival = Pick<SimulatedCustomer, 'arrivedAt' | 'householdKey' | 'advocateKey' | 'fraud'> & {
  readonly person: Person;
};

export const temperamentWeights: readonly (readonly [Temperament, number])[] = [
  ['quiet', 40],
  ['talkative', 20],
  ['enthusiast', 20],
  ['worried', 12],
  ['impatient', 8],
];

/** Number `index`, about to come. */
export interface ArrivalMoment {
  readonly index: number;
  readonly key: string;
  /** When they come unless others of theirs decide it. */
  readonly comesAt: Instant;
  /** Everybody with a smaller number. */
  readonly earlier: readonly SimulatedCustomer[];
  /** Theirs alone; only forks of it are drawn from. */
  readonly random: Random;
}

/**
 * Who comes as number `index`. It depends on customers with smaller numbers only, so that more customers leave these as
 * they are.
 */
export function drawCustomer(
  world: StoreWorld,
  index: number,
  comesAt: Instant,
  earlier: readonly SimulatedCustomer[],
): Newcomer {
  const key = `${world.identity.key}-${index + 1}`;
  const moment: ArrivalMoment = { index, key, comesAt, earlier, random: world.random.fork(index) };
  const random = moment.random.fork('manner');
  const temperament = choose(random, temperamentWeights);
  const isGuest = random.next() < world.archetype.shares.alwaysGuest;
  const { person, ...arrival } = drawFraud(world, moment) ?? drawHonest(world, moment);
  return {
    key,
    externalId: isGuest ? null : String(10_001 + index),
    ...person,
    ...arrival,
    consent: drawConsent(random, arrival.arrivedAt),
    temperament,
  };
}

function drawHonest(world: StoreWorld, { index, key, comesAt, earlier, random }: ArrivalMoment): Arrival {
  const { shares, countries } = world.archetype;
  const who = random.fork('who');
  const previous = earlier.at(-1) ?? null;
  const isSecond = who.next() < shares.secondInHousehold && previous !== null && previous.fraud === null;
  const person = isSecond
    ? drawHousemate(who, toPerson(previous), String(index + 1))
    : drawPerson(who, countries[world.identity.country] ?? [], String(index + 1));
  return {
    person,
    arrivedAt: comesAt,
    householdKey: isSecond ? previous.householdKey : key,
    advocateKey: drawAdvocate(random.fork('advocate'), shares.broughtByFriend, comesAt, earlier),
    fraud: null,
  };
}
