import { sql } from 'kysely';
import type { Consent } from '@regulars/core/commerce';
import type { CustomerId, Instant, OrderId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A customer as somebody who writes to them must know them. After an erasure only `isErased` is left. */
export interface Recipient {
  readonly customerId: CustomerId;
  readonly email: string | null;
  readonly emailKey: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly locale: string | null;
  readonly isErased: boolean;
  /** Null when the platform does not know. */
  readonly consent: Consent | null;
  readonly lastPurchaseAt: Instant | null;
}

/** The customers with these ids; those the store does not know are left out. */
export async function readRecipients(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, Recipient>> {
  const { rows } = await sql<
    Omit<Recipient, 'consent'> & { consentState: string; consentAt: Instant | null; consentSource: string | null }
  >`
    select c.id as "customerId", c.email, c.email_key as "emailKey", c.first_name as "firstName", c.last_name as "lastName", c.locale,
      c.erased_at is not null as "isErased", c.consent_state as "consentState", c.consent_at as "consentAt", c.consent_source as "consentSource",
      (select max(v.purchased_at[array_length(v.purchased_at, 1)]) from customer_value v
       where v.store_id = c.store_id and v.customer_id = c.id) as "lastPurchaseAt"
    from customer c
    where c.store_id = ${storeId} and c.id = any(${customerIds}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ consentState, consentAt, consentSource, ...row }) => [
      row.customerId,
      {
        ...row,
        consent:
          consentState === 'unknown'
            ? null
            : { state: consentState as Consent['state'], at: consentAt, source: consentSource },
      },
    ]),
  );
}

/** What a letter may say about an order. */
export interface OrderInWords {
  readonly orderId: OrderId;
  readonly number: string;
  /** In the order of its lines, each once. */
  readonly productNames: readonly string[];
}

/** The orders with these ids; those the store does not know are left out. */
export async function readOrdersInWords(
  tx: Tx,
  storeId: StoreId,
  orderIds: readonly OrderId[],
): Promise<ReadonlyMap<OrderId, OrderInWords>> {
  if (orderIds.length === 0) return new Map();
  const { rows } = await sql<OrderInWords>`
    select id as "orderId", number, jsonb_path_query_array(model, '$.lineItems[*].name') as "productNames"
    from orders where store_id = ${storeId} and id = any(${orderIds}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.orderId, { ...row, productNames: [...new Set(row.productNames)] }]));
}
