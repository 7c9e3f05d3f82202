import { sql } from 'kysely';
import type { Tx } from '../foundation/database/database.ts';
import type { Store } from '../stores/door.ts';
import {
  monthsTold,
  type BuyerFigures,
  type MonthOfSales,
  type PaceFigures,
  type RefundFigures,
  type RhythmFigures,
  type SalesFigures,
} from './figures.ts';

type StoreFacts = Pick<Store, 'id' | 'currency' | 'timeZone'>;

/** Adds up a store's whole past. A hundred thousand orders take about half a second, so pages read what is kept. */
export async function addUpSales(tx: Tx, store: StoreFacts): Promise<SalesFigures> {
  return {
    ...(await addUpBuyers(tx, store)),
    months: await addUpMonths(tx, store),
    ...(await addUpRecent(tx, store)),
  };
}

async function addUpBuyers(tx: Tx, { id, currency, timeZone }: StoreFacts): Promise<BuyerFigures> {
  const { rows } = await sql<BuyerFigures>`
    with worth as (
      select v.order_count, v.purchased_at[2] as returned_at, v.gross_minor - v.refunded_minor as net_minor
      from customer_value v where v.store_id = ${id} and v.currency = ${currency}
    ), renewed as (
      select r.customer_id, r.gross_minor - r.refunded_minor as net_minor
      from customer_renewal r where r.store_id = ${id} and r.currency = ${currency}
    ), this_month as (
      select date_trunc('month', clock_now() at time zone ${timeZone}) at time zone ${timeZone} as starts
    )
    select
      (select count(*) from customer_facts f where f.store_id = ${id}) as customers,
      count(*) filter (where order_count >= 1) as buyers,
      count(*) filter (where order_count >= 2) as regulars,
      count(*) filter (where order_count >= 2 and returned_at >= (select starts from this_month)) as "newRegulars",
      coalesce(sum(net_minor), 0)::bigint as "netMinor",
      (select count(distinct customer_id) from renewed) as renewers,
      (select coalesce(sum(net_minor), 0)::bigint from renewed) as "renewalsMinor",
      count(*) filter (where order_count = 0) as "renewersOnly",
      coalesce(sum(net_minor) filter (where order_count = 0), 0)::bigint as "renewersOnlyMinor",
      round(avg(net_minor) filter (where order_count >= 1))::bigint as "averageMinor",
      round(percentile_cont(0.5) within group (order by net_minor) filter (where order_count >= 1))::bigint as "medianMinor"
    from worth`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate answers one row.');
  return row;
}

/**
 * By the months of the store's own calendar. An order is first-time when its customer had no purchase before it, or when
 * it names no customer; a renewal never is.
 */
async function addUpMonths(tx: Tx, { id, currency, timeZone }: StoreFacts): Promise<readonly MonthOfSales[]> {
  const { rows } = await sql<MonthOfSales>`
    with month as materialized (
      select n + 1 as place, local_start, local_start at time zone ${timeZone} as starts
      from generate_series(0, ${monthsTold - 1}::int) n,
        lateral (select date_trunc('month', clock_now() at time zone ${timeZone}) - (${monthsTold - 1} - n) * interval '1 month' as local_start) l
    ), sold as (
      select width_bucket(o.placed_at, (select array_agg(starts order by place) from month)) as place,
        o.is_purchase, o.grand_minor - o.refunded_minor as net_minor,
        o.is_renewal or coalesce(v.purchased_at[1] < o.placed_at, false) as is_returning
      from order_facts o
      left join customer_value v on v.store_id = ${id} and v.customer_id = o.customer_id and v.currency = ${currency}
      where o.store_id = ${id} and o.currency = ${currency} and o.placed_at >= (select min(starts) from month)
    ), summed as (
      select place, is_returning, sum(net_minor)::bigint as net_minor, count(*) filter (where is_purchase) as orders
      from sold group by place, is_returning
    )
    select to_char(m.local_start, 'YYYY-MM') as month,
      coalesce(f.net_minor, 0) as "firstMinor", coalesce(f.orders, 0) as "firstOrders",
      coalesce(r.net_minor, 0) as "returningMinor", coalesce(r.orders, 0) as "returningOrders"
    from month m
    left join summed f on f.place = m.place and not f.is_returning
    left join summed r on r.place = m.place and r.is_returning
    order by m.place`.execute(tx);
  return rows;
}

interface RecentRow extends PaceFigures {
  readonly lastOrderAt: RhythmFigures['lastOrderAt'];
  readonly rhythmOrders: number;
  readonly longestPauseMs: number | null;
  readonly refundOrders: number;
  readonly refundShare: number | null;
  readonly ordersBefore: number;
  readonly shareBefore: number | null;
}

async function addUpRecent(
  tx: Tx,
  { id, currency }: StoreFacts,
): Promise<{ readonly pace: PaceFigures; readonly rhythm: RhythmFigures; readonly refunds: RefundFigures }> {
  const { rows } = await sql<RecentRow>`
    with spans as materialized (
      select clock_now() as now, (select max(o.placed_at) from order_facts o where o.store_id = ${id}) as last
    ), year as (
      select o.placed_at, o.is_purchase, o.grand_minor, o.refunded_minor, extract(epoch from (select now from spans) - o.placed_at) / 86400 as age
      from order_facts o
      where o.store_id = ${id} and o.currency = ${currency} and o.placed_at > (select now from spans) - interval '365 days'
    ), pauses as (
      select o.placed_at - lag(o.placed_at) over (order by o.placed_at) as pause
      from order_facts o where o.store_id = ${id} and o.placed_at >= (select last from spans) - interval '90 days'
    )
    select
      count(*) filter (where is_purchase and age < 7) as days7,
      count(*) filter (where is_purchase and age >= 7 and age < 14) as "days7Before",
      count(*) filter (where is_purchase and age < 30) as days30,
      count(*) filter (where is_purchase and age >= 30 and age < 60) as "days30Before",
      (select last from spans) as "lastOrderAt",
      (select count(*) from pauses) as "rhythmOrders",
      (select round(extract(epoch from max(pause)) * 1000)::bigint from pauses) as "longestPauseMs",
      count(*) filter (where age < 30) as "refundOrders",
      (sum(refunded_minor) filter (where age < 30) / nullif(sum(grand_minor) filter (where age < 30), 0))::float8 as "refundShare",
      count(*) filter (where age >= 30) as "ordersBefore",
      (sum(refunded_minor) filter (where age >= 30) / nullif(sum(grand_minor) filter (where age >= 30), 0))::float8 as "shareBefore"
    from year where age >= 0`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('An aggregate answers one row.');
  const { days7, days7Before, days30, days30Before, lastOrderAt, longestPauseMs } = row;
  return {
    pace: { days7, days7Before, days30, days30Before },
    rhythm: { lastOrderAt, orders: row.rhythmOrders, longestPauseMs },
    refunds: {
      orders: row.refundOrders,
      share: row.refundShare,
      ordersBefore: row.ordersBefore,
      shareBefore: row.shareBefore,
    },
  };
}
