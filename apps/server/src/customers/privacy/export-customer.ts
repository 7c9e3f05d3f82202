import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { readAsJson, type ExportPart } from '../../foundation/database/read-as-json.ts';

/** What the rooms to the right keep, by the name it has in the export. Lent by the composition. */
export type ExportParts = Readonly<Record<string, ExportPart>>;

/** What this room keeps itself. */
const ownParts: ExportParts = {
  accounts: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select connection_id as "connectionId", external_id as "externalId" from customer_identity
        where store_id = ${storeId} and customer_id = ${customerId} order by connection_id, external_id`,
    ),
  values: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select currency, order_count as "orderCount", gross_minor as "grossMinor", refunded_minor as "refundedMinor",
               purchased_at as "purchasedAt"
        from customer_value where store_id = ${storeId} and customer_id = ${customerId} order by currency`,
    ),
  forecasts: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`select to_jsonb(f) - 'store_id' - 'customer_id' as forecast from customer_forecast f
          where f.store_id = ${storeId} and f.customer_id = ${customerId}`,
    ),
  orders: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select model as order, lone_refunds as "furtherRefunds", deleted_at as "deletedAt" from orders
        where store_id = ${storeId} and customer_id = ${customerId} order by placed_at, id`,
    ),
  carts: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select contents, started_at as "startedAt", touched_at as "touchedAt", completed_at as "completedAt" from cart
        where store_id = ${storeId} and customer_id = ${customerId} order by started_at, id`,
    ),
  events: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select kind, at, recorded_at as "recordedAt", data from event
        where store_id = ${storeId} and customer_id = ${customerId} order by seq`,
    ),
  dataRequests: (tx, storeId, customerId) =>
    readAsJson(
      tx,
      sql`
        select asked_at as "askedAt", due_at as "dueAt", answered_at as "answeredAt" from data_request
        where store_id = ${storeId} and customer_id = ${customerId} order by asked_at, id`,
    ),
};

export interface ExportedPerson {
  readonly exportedAt: string;
  readonly customer: unknown;
  readonly [part: string]: unknown;
}

/**
 * Everything that is kept about one person, across all rooms, in one document.
 *
 * @returns null when the store has no such customer.
 */
export async function exportCustomer(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
  { parts, now }: { readonly parts: ExportParts; readonly now: Instant },
): Promise<ExportedPerson | null> {
  const [customer] = await readAsJson(
    tx,
    sql`
      select id, email, phone, first_name as "firstName", last_name as "lastName", locale, country, tags,
             consent_state as "consentState", consent_source as "consentSource", consent_at as "consentAt",
             created_at as "knownSince", erased_at as "erasedAt"
      from customer where store_id = ${storeId} and id = ${customerId}`,
  );
  if (customer === undefined) return null;
  const exported: Record<string, unknown> = {};
  for (const [name, read] of Object.entries({ ...ownParts, ...parts }))
    exported[name] = await read(tx, storeId, customerId);
  return { exportedAt: toIsoString(now), customer, ...exported };
}
