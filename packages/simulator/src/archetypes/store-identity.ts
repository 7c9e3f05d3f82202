import { parseCurrency } from '@regulars/core/shared';
import type { ArchetypeKey, StoreIdentity } from '../simulated-agency.ts';
import { toSlug } from '../to-slug.ts';
import { seats, storeNames, type StoreName } from './store-names.ts';

const turns: readonly ArchetypeKey[] = ['coffee', 'knives', 'books'];

/**
 * The agency's store at `index`: the archetypes take turns, each with four names; after twelve stores the names come
 * round again with a number.
 *
 * @example
 * ```ts
 * toStoreIdentity(0).name; // 'Kade Koffie'
 * toStoreIdentity(12).name; // 'Kade Koffie 2'
 * ```
 */
export function toStoreIdentity(index: number): StoreIdentity {
  const archetype = turns[index % turns.length] ?? 'coffee';
  const turn = Math.floor(index / turns.length);
  const names = storeNames[archetype];
  const known = names[turn % names.length];
  if (known === undefined) throw new RangeError(`There is no store number ${index}.`);
  const round = Math.floor(turn / names.length) + 1;
  return nameStore(archetype, known, round === 1 ? known.name : `${known.name} ${round}`);
}

function nameStore(archetype: ArchetypeKey, known: StoreName, name: string): StoreIdentity {
  const { locale, country, currency: code, timeZone } = seats[known.at];
  const currency = parseCurrency(code);
  if (currency === null) throw new RangeError(`${code} is no currency.`);
  const slug = toSlug(name);
  const { street, postcode, city, region, role } = known;
  return {
    key: slug,
    archetype,
    slug,
    name,
    url: `https://${slug}.example`,
    currency,
    locale,
    timeZone,
    country,
    sender: { name: known.sender, role, email: `${toSlug(known.sender.split(' ')[0] ?? '')}@${slug}.example` },
    postalAddress: { street, postcode, city, region, country },
    orderPrefix: slug
      .split('-')
      .map(([first = '']) => first.toUpperCase())
      .join(''),
  };
}
