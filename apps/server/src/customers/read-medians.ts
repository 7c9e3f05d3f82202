import { sql } from 'kysely';
import type { CurrencyCode, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What is usual among a store's buyers in its own currency, each figure with what it is made of. */
export interface CustomerMedians {
  readonly buyers: number;
  readonly valueMinor: number | null;
  readonly orders: number | null;
  /** Between one order and the next; null below one such gap. */
  readonly daysBetweenOrders: number | null;
  readonly gaps: number;
  /** Buyers with at least two orders. */
  readonly returned: number;
}

export async function readMedians(tx: Tx, storeId: StoreId, currency: CurrencyCode): Promise<CustomerMedians> {
  const { rows } = await sql<CustomerMedians>`
    with buyer as (
      select net_minor, order_count, purchased_at from customer_value
      where store_id = ${storeId} and currency = ${currency} and order_count > 0
    )
    select totals.*, rhythm.* from (
      select count(*) as buyers, percentile_cont(0.5) within group (order by net_minor) as "valueMinor",
             percentile_cont(0.5) within group (order by order_count) as orders,
             count(*) filter (where order_count > 1) as returned
      from buyer
    ) totals cross join (
      select percentile_cont(0.5) within group (order by extract(epoch from purchased_at[i + 1] - purchased_at[i]) / 86400) as "daysBetweenOrders",
             count(*) as gaps
      from buyer cross join lateral generate_series(1, array_length(purchased_at, 1) - 1) as i
      where order_count > 1
    ) rhythm`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate always answers with one row.');
  return row;
}
