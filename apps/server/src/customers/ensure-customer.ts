import { sql } from 'kysely';
import { toEmailKey } from '@regulars/core/commerce';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import { toIsoString } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { newId } from '../foundation/ids.ts';

export interface NewPerson {
  /** An address `toEmailKey` accepts. */
  readonly email: string;
  readonly firstName: string | null;
  readonly locale: string | null;
  /** Given by the person's own hand; null when they were not asked or said no. Never lifts an unsubscription. */
  readonly consent: { readonly source: string; readonly at: Instant } | null;
}

/**
 * The customer with this e-mail address, made when the store has none: somebody who left an address before the first
 * order has a timeline, too, and the order finds them by it.
 */
export async function ensureCustomer(tx: Tx, storeId: StoreId, person: NewPerson, now: Instant): Promise<CustomerId> {
  const emailKey = toEmailKey(person.email);
  if (emailKey === null) throw new RangeError('Only an address that mail can be sent to names a customer.');
  const consentAt = person.consent === null ? null : toIsoString(person.consent.at);
  const { rows } = await sql<{ id: CustomerId }>`
    insert into customer (store_id, id, email, email_key, first_name, locale, consent_state, consent_source, consent_at)
    values (${storeId}, ${newId()}, ${person.email.trim()}, ${emailKey}, ${person.firstName}, ${person.locale},
            ${person.consent === null ? 'not_asked' : 'subscribed'}, ${person.consent?.source ?? null}, ${consentAt})
    on conflict (store_id, email_key) where email_key is not null do nothing
    returning id
  `.execute(tx);
  const [made] = rows;
  if (made !== undefined) {
    const events = [{ customerId: made.id, kind: 'customerCreated', at: now, data: { source: 'referral' } }];
    await appendEvents(
      tx,
      storeId,
      person.consent === null ? events : [...events, consentChanged(made.id, person.consent)],
    );
    return made.id;
  }
  const known = await findKnown(tx, storeId, emailKey);
  if (person.consent !== null && (await subscribe(tx, storeId, known, person.consent))) {
    await appendEvents(tx, storeId, [consentChanged(known, person.consent)]);
  }
  return known;
}

async function findKnown(tx: Tx, storeId: StoreId, emailKey: string): Promise<CustomerId> {
  const { rows } = await sql<{ id: CustomerId }>`
    select id from customer where store_id = ${storeId} and email_key = ${emailKey}`.execute(tx);
  const [known] = rows;
  if (known === undefined) throw new Error('A customer vanished between two statements.');
  return known.id;
}

async function subscribe(
  tx: Tx,
  storeId: StoreId,
  id: CustomerId,
  consent: { source: string; at: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update customer set consent_state = 'subscribed', consent_source = ${consent.source}, consent_at = ${toIsoString(consent.at)}
    where store_id = ${storeId} and id = ${id} and consent_state not in ('subscribed', 'unsubscribed')`.execute(tx);
  return numAffectedRows === 1n;
}

function consentChanged(customerId: CustomerId, { source, at }: { source: string; at: Instant }) {
  return { customerId, kind: 'consentChanged', at, data: { state: 'subscribed', source } };
}
