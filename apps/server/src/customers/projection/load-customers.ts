import { sql } from 'kysely';
import { toInstant, type ConnectionId, type CurrencyCode, type CustomerId, type Instant } from '@regulars/core/shared';
import type { CustomerValue } from '@regulars/core/value';
import type { Tx } from '../../foundation/database/database.ts';
import type { KnownConsent } from './merge-consent.ts';
import type { Said } from './merge-details.ts';
import { someStore } from './some-store.ts';
import { externalKey, toPair, type CustomerState, type World } from './world.ts';
import type { WorldKeys } from './world-keys.ts';

interface CustomerRow {
  readonly id: CustomerId;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string | null;
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly said: Said;
  readonly consentState: KnownConsent['state'];
  readonly consentSource: string | null;
  readonly consentAt: Instant | null;
  readonly accountUpdatedAt: Instant | null;
  readonly erasedAt: Instant | null;
  readonly createdAt: Instant;
  readonly values: readonly (Omit<CustomerValue, 'purchasedAt'> & { readonly purchasedAt: readonly string[] })[];
}

/** The customers named, those of the orders loaded before, and those erased whom the batch still speaks of. */
export async function loadCustomers(tx: Tx, world: World, keys: WorldKeys): Promise<void> {
  const { connectionIds, externalIds } = toPair(keys.identities);
  const known = [...world.orders.values()].flatMap(({ customerId }) => customerId ?? []);
  const erased = [...world.erased.values()].map(({ customerId }) => customerId);
  const { rows } = await sql<CustomerRow>`
    with wanted as (
      select i.customer_id as id from unnest(${connectionIds}::uuid[], ${externalIds}::text[]) as k (connection_id, external_id)
      cross join lateral (
        select customer_id from customer_identity
        where store_id = ${someStore(world.storeId)} and connection_id = k.connection_id and external_id = k.external_id limit 1) i
      union
      select c.id from unnest(${[...keys.emailKeys]}::text[]) as k (email_key)
      cross join lateral (select id from customer where store_id = ${someStore(world.storeId)} and email_key = k.email_key limit 1) c
      union select unnest(${[...keys.customers, ...known, ...erased]}::uuid[])
    )
    select c.id, c.email, c.email_key as "emailKey", c.phone, c.first_name as "firstName", c.last_name as "lastName", c.locale, c.country,
           c.tags, c.said, c.consent_state as "consentState", c.consent_source as "consentSource", c.consent_at as "consentAt",
           c.source_updated_at as "accountUpdatedAt", c.erased_at as "erasedAt", c.created_at as "createdAt",
           coalesce((
             select json_agg(json_build_object('currency', v.currency, 'orderCount', v.order_count, 'grossMinor', v.gross_minor,
               'refundedMinor', v.refunded_minor, 'discountedOrderCount', v.discounted_order_count, 'purchasedAt', v.purchased_at))
             from customer_value v where v.store_id = c.store_id and v.customer_id = c.id), '[]') as values
    from wanted cross join lateral (select * from customer where store_id = ${someStore(world.storeId)} and id = wanted.id limit 1) c
  `.execute(tx);
  for (const row of rows) {
    world.customers.set(row.id, toCustomerState(row));
    if (row.emailKey !== null) world.emails.set(row.emailKey, row.id);
  }
}

function toCustomerState({ values, consentState, consentSource, consentAt, ...row }: CustomerRow): CustomerState {
  const { email, phone, firstName, lastName, locale, country, ...rest } = row;
  return {
    ...rest,
    details: { email, phone, firstName, lastName, locale, country },
    consent: { state: consentState, source: consentSource, at: consentAt },
    values: new Map<CurrencyCode, CustomerValue>(
      values.map((value) => [
        value.currency,
        { ...value, purchasedAt: value.purchasedAt.map((at) => toInstant(Date.parse(at))) },
      ]),
    ),
  };
}

/** All accounts of the customers loaded before. */
export async function loadIdentities(tx: Tx, world: World): Promise<void> {
  if (world.customers.size === 0) return;
  const { rows } = await sql<{ connectionId: ConnectionId; externalId: string; customerId: CustomerId }>`
    select connection_id as "connectionId", external_id as "externalId", customer_id as "customerId"
    from unnest(${[...world.customers.keys()]}::uuid[]) as k (id)
    cross join lateral (select * from customer_identity where store_id = ${someStore(world.storeId)} and customer_id = k.id offset 0) i
  `.execute(tx);
  for (const { connectionId, externalId, customerId } of rows)
    world.identities.set(externalKey(connectionId, externalId), customerId);
}
