import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { Buyer } from './buyer.ts';

/**
 * Adds up afresh what these customers bought, one look-up of their orders each, so that it is right whatever came in which
 * order. Who has no purchase in the store's currency, or was erased, is not in the answer.
 */
export async function findBuyers(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly Buyer[]> {
  const { rows } = await sql<Buyer>`
    with bought as (
      select asked.id as customer_id, o.day, sum(o.net_minor) as net_minor
      from unnest(${customerIds}::uuid[]) as asked (id)
      join customer c on c.store_id = ${storeId} and c.id = asked.id and c.erased_at is null
      cross join (select currency, time_zone from store where id = ${storeId}) s
      cross join lateral (
        -- A platform's clock may run ahead; nobody bought later than today.
        select least(day_number(placed_at, s.time_zone), day_number(clock_now(), s.time_zone)) as day,
               grand_minor - least(refunded_minor, grand_minor) as net_minor
        from orders
        where store_id = ${storeId} and customer_id = asked.id and currency = s.currency and deleted_at is null
          and not is_test and not is_renewal and status in ('paid', 'fulfilled', 'partially_refunded')
      ) o
      group by asked.id, o.day
    )
    select customer_id as "customerId", array_agg(day order by day) as days,
           array_agg(net_minor order by day)::float8[] as "amountsMinor"
    from bought group by customer_id
  `.execute(tx);
  return rows;
}
