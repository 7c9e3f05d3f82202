import type { Random } from '@regulars/core/shared';
import { toSlug } from '../to-slug.ts';
import { choose, pick } from '../laws/choose.ts';
import type { CountryCode, Language, SimulatedAddress } from '../simulated-customer.ts';
import { firstNames, lastNames, mailDomains } from './names.ts';
import { countries, drawAddress } from './places.ts';

/** Who somebody is, whatever they buy. */
export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale: Language;
  readonly address: SimulatedAddress;
}

export type CountryWeights = readonly (readonly [CountryCode, number])[];

/** Of those at home in another language, so many set the shop to English. */
const englishShare = 0.05;

/** @param tag makes the e-mail address one of its kind within the store. */
export function drawPerson(random: Random, weights: CountryWeights, tag: string): Person {
  const code = choose(random, weights);
  const { language } = countries[code];
  const address = drawAddress(random, code);
  const firstName = pick(random, firstNames[language]);
  const lastName = pick(random, lastNames[language]);
  const locale = random.next() < englishShare ? 'en' : language;
  const domain = pick(random, mailDomains[language]);
  return { firstName, lastName, address, locale, email: toEmail(random, firstName, lastName, tag, domain) };
}

/** Somebody else at the same address. */
export function drawHousemate(random: Random, housemate: Person, tag: string): Person {
  const language = countries[housemate.address.country].language;
  const firstName = pick(
    random,
    firstNames[language].filter((name) => name !== housemate.firstName),
  );
  const lastName = random.next() < 0.7 ? housemate.lastName : pick(random, lastNames[language]);
  const domain = pick(random, mailDomains[language]);
  return { ...housemate, firstName, lastName, email: toEmail(random, firstName, lastName, tag, domain) };
}

/** What of a customer is the person. */
export function toPerson({ firstName, lastName, email, locale, address }: Person): Person {
  return { firstName, lastName, email, locale, address };
}

function toEmail(random: Random, firstName: string, lastName: string, tag: string, domain: string): string {
  const [first, last] = [toLetters(firstName), toLetters(lastName)];
  const local = pick(random, [`${first}.${last}`, `${first}${last}`, `${first[0]}.${last}`, `${last}.${first}`, first]);
  return `${local}${tag}@${domain}`;
}

function toLetters(name: string): string {
  return toSlug(name).replaceAll('-', '');
}
