import { sql, type RawBuilder } from 'kysely';
import {
  toInstant,
  toIsoString,
  type CurrencyCode,
  type CustomerId,
  type Instant,
  type StoreId,
} from '@regulars/core/shared';
import {
  averageOrderMinor,
  firstPurchaseAt,
  lastPurchaseAt,
  netMinor,
  rhythmDays,
  type CustomerValue,
} from '@regulars/core/value';
import type { Tx } from '../foundation/database/database.ts';
import type { CustomerAnswer } from './answers.ts';

export interface CustomerQuery {
  /** As `toEmailKey` makes it; null for all. */
  readonly emailKey: string | null;
  /** A part of name or address, in lower case; null for all. */
  readonly search: string | null;
  /** Only these; null for all. */
  readonly ids: readonly CustomerId[] | null;
  /** The last customer of the page before. */
  readonly after: readonly [createdAt: number, id: string] | null;
  readonly limit: number;
}

/** The store's customers, newest first. */
export async function listCustomers(
  tx: Tx,
  storeId: StoreId,
  { emailKey, search, ids, after, limit }: CustomerQuery,
): Promise<readonly CustomerAnswer[]> {
  const [createdAt, id] = after ?? [null, null];
  return await select(
    tx,
    sql`where c.store_id = ${storeId} and (${emailKey}::text is null or c.email_key = ${emailKey})
          and (${search}::text is null or position(${search}::text in lower(concat_ws(' ', c.first_name, c.last_name, c.email))) > 0)
          and (${ids}::uuid[] is null or c.id = any (${ids}::uuid[]))
          and (${id}::uuid is null or (c.created_at, c.id) < (${createdAt === null ? null : toIsoString(toInstant(createdAt))}::timestamptz, ${id}::uuid))
        order by c.created_at desc, c.id desc limit ${limit}`,
  );
}

export async function findCustomer(tx: Tx, storeId: StoreId, customerId: CustomerId): Promise<CustomerAnswer | null> {
  const [customer] = await select(tx, sql`where c.store_id = ${storeId} and c.id = ${customerId}`);
  return customer ?? null;
}

interface CustomerRow extends Omit<CustomerAnswer, 'consent' | 'values' | 'createdAt' | 'erasedAt'> {
  readonly consentState: string;
  readonly consentSource: string | null;
  readonly consentAt: Instant | null;
  readonly createdAt: Instant;
  readonly erasedAt: Instant | null;
  readonly values: readonly (Omit<CustomerValue, 'purchasedAt' | 'currency'> & {
    readonly currency: CurrencyCode;
    readonly purchasedAt: readonly string[];
  })[];
}

async function select(tx: Tx, where: RawBuilder<unknown>): Promise<readonly CustomerAnswer[]> {
  const { rows } = await sql<CustomerRow>`
    select c.id, c.email, c.phone, c.first_name as "firstName", c.last_name as "lastName", c.locale, c.country, c.tags,
           c.consent_state as "consentState", c.consent_source as "consentSource", c.consent_at as "consentAt",
           c.created_at as "createdAt", c.erased_at as "erasedAt",
           array(select i.external_id from customer_identity i where i.store_id = c.store_id and i.customer_id = c.id order by 1) as "externalIds",
           coalesce((
             select json_agg(json_build_object('currency', v.currency, 'orderCount', v.order_count, 'grossMinor', v.gross_minor,
               'refundedMinor', v.refunded_minor, 'discountedOrderCount', v.discounted_order_count, 'purchasedAt', v.purchased_at) order by v.currency)
             from customer_value v where v.store_id = c.store_id and v.customer_id = c.id), '[]') as values
    from customer c ${where}`.execute(tx);
  return rows.map(toAnswer);
}

const iso = (at: Instant | null) => (at === null ? null : toIsoString(at));

function toAnswer({
  consentState,
  consentSource,
  consentAt,
  values,
  createdAt,
  erasedAt,
  ...row
}: CustomerRow): CustomerAnswer {
  return {
    ...row,
    consent: { state: consentState, source: consentSource, at: iso(consentAt) },
    values: values.map((stored) => {
      const value: CustomerValue = {
        ...stored,
        purchasedAt: stored.purchasedAt.map((at) => toInstant(Date.parse(at))),
      };
      return {
        currency: value.currency,
        orderCount: value.orderCount,
        grossMinor: value.grossMinor,
        refundedMinor: value.refundedMinor,
        netMinor: netMinor(value),
        averageOrderMinor: averageOrderMinor(value),
        rhythmDays: rhythmDays(value),
        firstPurchaseAt: iso(firstPurchaseAt(value)),
        lastPurchaseAt: iso(lastPurchaseAt(value)),
      };
    }),
    createdAt: toIsoString(createdAt),
    erasedAt: iso(erasedAt),
  };
}
