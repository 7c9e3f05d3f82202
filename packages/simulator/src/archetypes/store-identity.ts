import { parseCurrency } from '@regulars/core/shared';
import type { CountryCode } from '../people/places.ts';
import type { ArchetypeKey, StoreIdentity } from '../simulated-agency.ts';
import type { Language } from '../simulated-customer.ts';

interface StoreName {
  readonly slug: string;
  readonly name: string;
  readonly locale: Language;
  readonly country: CountryCode;
  readonly currency: string;
  readonly timeZone: string;
  readonly sender: { readonly name: string; readonly role: string };
  readonly address: readonly [street: string, postcode: string, city: string, region: string];
}

const cycle: readonly ArchetypeKey[] = ['coffee', 'knives', 'books'];

const names: Readonly<Record<ArchetypeKey, readonly StoreName[]>> = {
  coffee: [
    {
      slug: 'kade-koffie',
      name: 'Kade Koffie',
      locale: 'nl',
      country: 'NL',
      currency: 'EUR',
      timeZone: 'Europe/Amsterdam',
      sender: { name: 'Marloes Kade', role: 'brander' },
      address: ['Havenkade 14', '3511 KD', 'Utrecht', 'Utrecht'],
    },
  ],
  knives: [
    {
      slug: 'hollow-and-edge',
      name: 'Hollow & Edge',
      locale: 'en',
      country: 'GB',
      currency: 'GBP',
      timeZone: 'Europe/London',
      sender: { name: 'Tom Ashworth', role: 'cutler' },
      address: ['3 Grinders Row', 'S3 8KT', 'Sheffield', 'England'],
    },
  ],
  books: [
    {
      slug: 'lantern-row',
      name: 'Lantern Row Press',
      locale: 'en',
      country: 'IE',
      currency: 'EUR',
      timeZone: 'Europe/Dublin',
      sender: { name: 'Aoife Brennan', role: 'publisher' },
      address: ['22 Lantern Row', 'D02 XK41', 'Dublin', 'Leinster'],
    },
  ],
};

/** The agency's store at `index`: archetypes take turns, names come round with a number. */
export function toStoreIdentity(index: number): StoreIdentity {
  const archetype = cycle[index % cycle.length] ?? 'coffee';
  const turn = Math.floor(index / cycle.length);
  const choices = names[archetype];
  const known = choices[turn % choices.length];
  if (known === undefined) throw new RangeError(`${archetype} has no names.`);
  const round = Math.floor(turn / choices.length) + 1;
  const currency = parseCurrency(known.currency);
  if (currency === null) throw new RangeError(`${known.currency} is no currency.`);
  const slug = round === 1 ? known.slug : `${known.slug}-${round}`;
  const [street, postcode, city, region] = known.address;
  return {
    key: slug,
    archetype,
    slug,
    name: round === 1 ? known.name : `${known.name} ${round}`,
    url: `https://${slug}.example`,
    currency,
    locale: known.locale,
    timeZone: known.timeZone,
    country: known.country,
    sender: { ...known.sender, email: `${known.sender.name.split(' ')[0]?.toLowerCase()}@${slug}.example` },
    postalAddress: { street, postcode, city, region, country: known.country },
  };
}
