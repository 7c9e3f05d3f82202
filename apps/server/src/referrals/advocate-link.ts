import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { findPeople } from '../customers/door.ts';
import type { Tx } from '../foundation/database/database.ts';
import { makeAdvocateSlug } from './advocate-slug.ts';

/** The address a customer gives to friends. */
export type AdvocateLink = (tx: Tx, storeId: StoreId, customerId: CustomerId) => Promise<string>;

/**
 * Makes `advocateLink`: a customer's link, written at the first need and the same ever after.
 *
 * @param publicUrl where the instance is reached from outside, without a slash at its end
 */
export function createAdvocateLink(publicUrl: string): AdvocateLink {
  return async (tx, storeId, customerId) => `${publicUrl}/r/${await ensureSlug(tx, storeId, customerId)}`;
}

async function ensureSlug(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    select slug from advocate where store_id = ${storeId} and customer_id = ${customerId}`.execute(tx);
  if (rows[0] !== undefined) return rows[0].slug;
  const [person] = await findPeople(tx, storeId, [customerId]);
  if (person === undefined) throw new RangeError('Only a customer of the store can have a link.');
  return makeSlug(tx, storeId, customerId, person.firstName);
}

async function makeSlug(tx: Tx, storeId: StoreId, customerId: CustomerId, firstName: string | null): Promise<string> {
  for (;;) {
    const slug = makeAdvocateSlug(firstName);
    const taken =
      await sql`insert into advocate_link (slug, store_id) values (${slug}, ${storeId}) on conflict do nothing returning slug`.execute(
        tx,
      );
    if (taken.rows.length === 0) continue;
    const { rows } = await sql<{ slug: string }>`
      insert into advocate (store_id, customer_id, slug) values (${storeId}, ${customerId}, ${slug})
      on conflict (store_id, customer_id) do nothing
      returning slug
    `.execute(tx);
    if (rows[0] !== undefined) return slug;
    // Somebody else was quicker: their link is the one.
    await sql`delete from advocate_link where slug = ${slug}`.execute(tx);
    return ensureSlug(tx, storeId, customerId);
  }
}
