import { sql } from 'kysely';
import { toIsoString, type CurrencyCode } from '@regulars/core/shared';
import type { CustomerValue } from '@regulars/core/value';
import type { Tx } from '../../foundation/database/database.ts';
import { changedRows, toJsonInstant } from './changed-rows.ts';
import { toPair, type World } from './world.ts';

export async function saveCustomers(tx: Tx, world: World): Promise<void> {
  const rows = changedRows(world.customers, world.changed.customers).map((customer) => ({
    id: customer.id,
    email: customer.details.email,
    email_key: customer.emailKey,
    phone: customer.details.phone,
    first_name: customer.details.firstName,
    last_name: customer.details.lastName,
    locale: customer.details.locale,
    country: customer.details.country,
    tags: customer.tags,
    consent_state: customer.consent.state,
    consent_source: customer.consent.source,
    consent_at: toJsonInstant(customer.consent.at),
    said: customer.said,
    source_updated_at: toJsonInstant(customer.accountUpdatedAt),
    erased_at: toJsonInstant(customer.erasedAt),
    created_at: toJsonInstant(customer.createdAt),
  }));
  if (rows.length === 0) return;
  await sql`
    insert into customer (store_id, id, email, email_key, phone, first_name, last_name, locale, country, tags, consent_state, consent_source,
                          consent_at, said, source_updated_at, erased_at, created_at)
    select ${world.storeId}::uuid, id, email, email_key, phone, first_name, last_name, locale, country, tags, consent_state, consent_source,
           consent_at, said, source_updated_at, erased_at, created_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (
      id uuid, email text, email_key text, phone text, first_name text, last_name text, locale text, country text, tags text[],
      consent_state text, consent_source text, consent_at timestamptz, said jsonb, source_updated_at timestamptz, erased_at timestamptz,
      created_at timestamptz)
    -- An address that moves from one customer to another is given up before it is taken.
    order by email_key nulls first, id
    on conflict (store_id, id) do update set
      email = excluded.email, email_key = excluded.email_key, phone = excluded.phone, first_name = excluded.first_name,
      last_name = excluded.last_name, locale = excluded.locale, country = excluded.country, tags = excluded.tags,
      consent_state = excluded.consent_state, consent_source = excluded.consent_source, consent_at = excluded.consent_at,
      said = excluded.said, source_updated_at = excluded.source_updated_at, erased_at = excluded.erased_at, created_at = excluded.created_at
  `.execute(tx);
}

export async function saveIdentities(tx: Tx, world: World): Promise<void> {
  const keys = [...world.changed.identities].filter((key) => world.identities.has(key));
  if (keys.length === 0) return;
  const { connectionIds, externalIds } = toPair(keys);
  await sql`
    insert into customer_identity (store_id, connection_id, external_id, customer_id)
    select ${world.storeId}::uuid, * from unnest(
      ${connectionIds}::uuid[], ${externalIds}::text[], ${keys.map((key) => world.identities.get(key) ?? null)}::uuid[])
    on conflict (store_id, connection_id, external_id) do update set customer_id = excluded.customer_id
  `.execute(tx);
}

export async function saveValues(tx: Tx, world: World): Promise<void> {
  const rows = [...world.changed.values].flatMap((customerId) =>
    [...(world.customers.get(customerId)?.values ?? [])].map(([currency, value]) =>
      toValueRow(customerId, currency, value),
    ),
  );
  if (rows.length === 0) return;
  if (rows.some(isNothing)) {
    await sql`
      delete from customer_value v using unnest(
        ${rows.filter(isNothing).map((row) => row.customer_id)}::uuid[], ${rows.filter(isNothing).map((row) => row.currency)}::text[]) as k (customer_id, currency)
      where v.store_id = ${world.storeId} and v.customer_id = k.customer_id and v.currency = k.currency
    `.execute(tx);
  }
  await sql`
    insert into customer_value (store_id, customer_id, currency, order_count, gross_minor, refunded_minor, discounted_order_count, purchased_at)
    select ${world.storeId}::uuid, r.* from json_to_recordset(${JSON.stringify(rows.filter((row) => !isNothing(row)))}::json) as r (
      customer_id uuid, currency text, order_count integer, gross_minor bigint, refunded_minor bigint, discounted_order_count integer,
      purchased_at timestamptz[])
    on conflict (store_id, customer_id, currency) do update set
      order_count = excluded.order_count, gross_minor = excluded.gross_minor, refunded_minor = excluded.refunded_minor,
      discounted_order_count = excluded.discounted_order_count, purchased_at = excluded.purchased_at
  `.execute(tx);
}

function toValueRow(customerId: string, currency: CurrencyCode, value: CustomerValue) {
  return {
    customer_id: customerId,
    currency,
    order_count: value.orderCount,
    gross_minor: value.grossMinor,
    refunded_minor: value.refundedMinor,
    discounted_order_count: value.discountedOrderCount,
    purchased_at: value.purchasedAt.map(toIsoString),
  };
}

function isNothing(row: ReturnType<typeof toValueRow>): boolean {
  return row.order_count === 0 && row.gross_minor === 0 && row.refunded_minor === 0;
}
