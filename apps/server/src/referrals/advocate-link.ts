import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { findPeople, type Person } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import { makeAdvocateSlug } from './advocate-slug.ts';

/** The address a customer gives to friends. */
export type AdvocateLink = (tx: Tx, storeId: StoreId, customerId: CustomerId) => Promise<string>;

type Advocate = Pick<Person, 'customerId' | 'firstName'>;

/**
 * Makes `advocateLink`: a customer's link, written at the first need and the same ever after.
 *
 * @param publicUrl where the instance is reached from outside, without a slash at its end
 */
export function createAdvocateLink(publicUrl: string): AdvocateLink {
  return async (tx, storeId, customerId) => {
    const people = await findPeople(tx, storeId, [customerId]);
    const link = (await ensureLinks(tx, storeId, publicUrl, people)).get(customerId);
    if (link === undefined) throw new RangeError('Only a customer of the store can have a link.');
    return link;
  };
}

/** The links of all these customers, by a few statements however many they are; made for those who have none yet. */
export async function ensureLinks(
  tx: Tx,
  storeId: StoreId,
  publicUrl: string,
  people: readonly Advocate[],
): Promise<ReadonlyMap<CustomerId, string>> {
  const slugs = new Map<CustomerId, string>();
  for (let missing = people; missing.length > 0; missing = people.filter(({ customerId }) => !slugs.has(customerId))) {
    for (const { customerId, slug } of await readSlugs(tx, storeId, missing)) slugs.set(customerId, slug);
    await makeSlugs(
      tx,
      storeId,
      missing.filter(({ customerId }) => !slugs.has(customerId)),
    );
  }
  return new Map([...slugs].map(([customerId, slug]) => [customerId, `${publicUrl}/r/${slug}`]));
}

async function readSlugs(tx: Tx, storeId: StoreId, people: readonly Advocate[]) {
  const { rows } = await sql<{ customerId: CustomerId; slug: string }>`
    select customer_id as "customerId", slug from advocate
    where store_id = ${storeId} and customer_id = any(${people.map(({ customerId }) => customerId)}::uuid[])`.execute(
    tx,
  );
  return rows;
}

/** Tries one name for each; where it is taken, or somebody else was quicker, the next reading shows it. */
async function makeSlugs(tx: Tx, storeId: StoreId, people: readonly Advocate[]): Promise<void> {
  if (people.length === 0) return;
  const byName = new Map(people.map(({ customerId, firstName }) => [makeAdvocateSlug(firstName), customerId]));
  const { rows } = await sql<{ slug: string }>`
    insert into advocate_link (slug, store_id) select slug, ${storeId}::uuid from unnest(${[...byName.keys()]}::text[]) as given (slug)
    on conflict do nothing
    returning slug`.execute(tx);
  const free = rows.map(({ slug }) => slug);
  const used = await sql<{ slug: string }>`
    insert into advocate (store_id, customer_id, slug)
    select ${storeId}::uuid, customer_id, slug
    from unnest(${free.map((slug) => byName.get(slug))}::uuid[], ${free}::text[]) as given (customer_id, slug)
    on conflict (store_id, customer_id) do nothing
    returning slug`.execute(tx);
  const kept = new Set(used.rows.map(({ slug }) => slug));
  const unused = free.filter((slug) => !kept.has(slug));
  if (unused.length > 0) await sql`delete from advocate_link where slug = any(${unused}::text[])`.execute(tx);
}
