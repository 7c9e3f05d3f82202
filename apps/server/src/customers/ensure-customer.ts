import { sql } from 'kysely';
import { toEmailKey } from '@regulars/core/commerce';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';
import { unprovenSource } from './projection/confirm-yes.ts';
import { lockProjection } from './projection/load-world.ts';

export interface NewPerson {
  /** An address `toEmailKey` accepts. */
  readonly email: string;
  readonly firstName: string | null;
  readonly locale: string | null;
  /** When they ticked the box for letters; null when they did not. Counts once they have paid for an order (`confirmYes`). */
  readonly saidYesAt: Instant | null;
}

/**
 * The customer with this e-mail address, made when the store has none: somebody who left an address before the first
 * order has a timeline, too, and the order finds them by it. Somebody known stays as known: an address typed into a
 * form proves nothing about who typed it. Takes the store's turn, so it comes before whatever else the caller locks.
 */
export async function ensureCustomer(tx: Tx, storeId: StoreId, person: NewPerson, now: Instant): Promise<CustomerId> {
  const emailKey = toEmailKey(person.email);
  if (emailKey === null) throw new RangeError('Only an address that mail can be sent to names a customer.');
  const consent =
    person.saidYesAt === null
      ? { state: 'not_asked', source: null, at: null }
      : { state: 'pending', source: unprovenSource, at: toIsoString(person.saidYesAt) };
  await lockProjection(tx, storeId);
  const { rows } = await sql<{ id: CustomerId }>`
    insert into customer (store_id, id, email, email_key, first_name, locale, consent_state, consent_source, consent_at)
    values (${storeId}, ${newId()}, ${person.email.trim()}, ${emailKey}, ${person.firstName}, ${person.locale},
            ${consent.state}, ${consent.source}, ${consent.at})
    on conflict (store_id, email_key) where email_key is not null do nothing
    returning id
  `.execute(tx);
  const [made] = rows;
  if (made === undefined) return findKnown(tx, storeId, emailKey);
  const { state, source } = consent;
  await appendEvents(tx, storeId, [
    { customerId: made.id, kind: 'customerCreated', at: now, data: { source: 'referral' } },
    ...(person.saidYesAt === null
      ? []
      : [{ customerId: made.id, kind: 'consentChanged', at: person.saidYesAt, data: { state, source } }]),
  ]);
  return made.id;
}

async function findKnown(tx: Tx, storeId: StoreId, emailKey: string): Promise<CustomerId> {
  const { rows } = await sql<{ id: CustomerId }>`
    select id from customer where store_id = ${storeId} and email_key = ${emailKey}`.execute(tx);
  const [known] = rows;
  if (known === undefined) throw new Error('A customer vanished between two statements.');
  return known.id;
}
