import { sql } from 'kysely';
import {
  toIsoString,
  type CurrencyCode,
  type CustomerId,
  type Instant,
  type OrderId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import type { FoundOrder } from './answers.ts';

interface FoundRow {
  readonly storeId: StoreId;
  readonly id: OrderId;
  readonly customerId: CustomerId | null;
  readonly number: string;
  readonly placedAt: Instant;
  readonly currency: CurrencyCode;
  readonly grandMinor: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
}

/**
 * The orders of these stores whose number is as typed, the newest first, then some of those that go on; case and a leading
 * `#` do not count.
 */
export async function findOrders(
  tx: Tx,
  storeIds: readonly StoreId[],
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<readonly FoundOrder[]> {
  const { rows } = await sql<FoundRow>`
    with beginning as materialized (
      -- What comes before chr(1114111), the last character there is, may go on in any way.
      select low, low || chr(1114111) as high from lower(ltrim(${typed.trim()}, '#')) low
    )
    select o.store_id as "storeId", o.id, o.customer_id as "customerId", o.number, o.placed_at as "placedAt",
      o.currency, o.grand_minor as "grandMinor", c.first_name as "firstName", c.last_name as "lastName", c.email
    from beginning b
    cross join unnest(${storeIds}::uuid[]) s (id)
    cross join lateral (
      -- Of each store the first by the index, so that many stores and short beginnings stay quick.
      select * from orders
      where store_id = s.id and number_text collate "C" >= b.low and number_text collate "C" < b.high
      order by number_text collate "C" limit ${limit}
    ) o
    left join customer c on c.store_id = o.store_id and c.id = o.customer_id
    order by length(o.number_text), o.placed_at desc, o.id limit ${limit}`.execute(tx);
  return rows.map(({ firstName, lastName, email, customerId, placedAt, ...order }) => ({
    ...order,
    placedAt: toIsoString(placedAt),
    customer: customerId === null ? null : { id: customerId, firstName, lastName, email },
  }));
}
