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

/** Greater than whatever a number may go on with. */
const lastCharacter = '\u{10FFFF}';

/**
 * The orders of these stores whose number is or begins as typed; its case and a leading `#` do not count. The shortest
 * number, which is the one that was typed in full, comes first; of equal ones the newest.
 */
export async function findOrders(
  tx: Tx,
  storeIds: readonly StoreId[],
  { typed, limit }: { readonly typed: string; readonly limit: number },
): Promise<readonly FoundOrder[]> {
  const beginnings = listBeginnings(typed);
  const { rows } = await sql<FoundRow>`
    select o.store_id as "storeId", o.id, o.customer_id as "customerId", o.number, o.placed_at as "placedAt",
      o.currency, o.grand_minor as "grandMinor", c.first_name as "firstName", c.last_name as "lastName", c.email
    from unnest(${storeIds}::uuid[]) s (id)
    cross join unnest(${beginnings}::text[], ${beginnings.map((one) => one + lastCharacter)}::text[]) b (low, high)
    cross join lateral (
      -- Of each store and beginning the first by the index, so that many stores and short beginnings stay quick.
      select * from orders
      where store_id = s.id and number collate "C" >= b.low and number collate "C" < b.high
      order by number collate "C" limit ${limit}
    ) o
    left join customer c on c.store_id = o.store_id and c.id = o.customer_id
    order by length(ltrim(o.number, '#')), o.placed_at desc, o.id limit ${limit}`.execute(tx);
  return rows.map(({ firstName, lastName, email, customerId, placedAt, ...order }) => ({
    ...order,
    placedAt: toIsoString(placedAt),
    customer: customerId === null ? null : { id: customerId, firstName, lastName, email },
  }));
}

/** Shops write `1042`, `#1042` or `A-1042`; people type one for the other. */
function listBeginnings(typed: string): readonly string[] {
  const bare = typed.trim().replace(/^#/, '');
  const cases = [bare, bare.toUpperCase(), bare.toLowerCase()];
  return [...new Set(cases.flatMap((one) => [one, `#${one}`]))];
}
