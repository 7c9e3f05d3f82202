import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { OrderCheck, OrderCheckProgress, OrderFinding } from './order-check.ts';

/** The last comparison of each connection, of the stores of this transaction. */
export async function listOrderChecks(tx: Tx): Promise<readonly OrderCheck[]> {
  const { rows } = await sql<OrderCheck>`
    select store_id as "storeId", connection_id as "connectionId", checked_at as "checkedAt", span_from as "from", span_until as "until",
           orders_here as "ordersHere", orders_there as "ordersThere", compared_from as "comparedFrom", compared, missing, different,
           sum_here_minor as "sumHereMinor", sum_there_minor as "sumThereMinor", currency,
           case when failure_code is not null then jsonb_build_object('code', failure_code, 'message', failure_message) end as failure
    from order_check where store_id = any (current_stores()) and checked_at is not null`.execute(tx);
  return rows;
}

/** What is due. A connection just made is not: its orders are still coming in, as those of a back-fill under way. */
const dueChecks = (adapterIds: readonly string[]) => sql`
  select c.store_id, c.id as connection_id
  from connection c left join order_check o on o.store_id = c.store_id and o.connection_id = c.id
  where c.store_id = any (current_stores()) and c.purpose = 'platform' and c.paused_at is null and c.adapter_id = any (${adapterIds})
    and coalesce(o.due_at, c.created_at + interval '1 hour') <= clock_now()
    and not exists (
      select from pull p
      where p.store_id = c.store_id and p.connection_id = c.id and p.resource = 'orders' and p.kind in ('backfill', 'repair')
        and p.state in ('waiting', 'running'))`;

export async function listStoresWithDueChecks(tx: Tx, adapterIds: readonly string[]): Promise<readonly StoreId[]> {
  const { rows } = await sql<{
    id: StoreId;
  }>`select distinct store_id as id from (${dueChecks(adapterIds)}) due`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface ClaimedOrderCheck {
  readonly connectionId: ConnectionId;
  /** How far it has come; null when it begins. */
  readonly progress: OrderCheckProgress | null;
}

/** Takes one comparison of the store that is due; nobody else does for `leaseMs`. */
export async function claimDueOrderCheck(
  tx: Tx,
  adapterIds: readonly string[],
  leaseMs: number,
): Promise<ClaimedOrderCheck | null> {
  const { rows } = await sql<ClaimedOrderCheck>`
    insert into order_check as o (store_id, connection_id, due_at)
    select store_id, connection_id, clock_now() + make_interval(secs => ${leaseMs / 1000})
    from (${dueChecks(adapterIds)}) due order by connection_id limit 1
    on conflict (store_id, connection_id) do update set due_at = excluded.due_at where o.due_at <= clock_now()
    returning connection_id as "connectionId", progress`.execute(tx);
  return rows[0] ?? null;
}

export interface CheckedConnection {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
}

/** Keeps how far a comparison has come, and when it goes on. */
export async function keepProgress(
  tx: Tx,
  { storeId, connectionId }: CheckedConnection,
  progress: OrderCheckProgress | null,
  goesOnAt: Instant,
): Promise<void> {
  await sql`
    update order_check set progress = ${progress === null ? null : JSON.stringify(progress)}::jsonb, due_at = ${toIsoString(goesOnAt)}::timestamptz
    where store_id = ${storeId} and connection_id = ${connectionId}`.execute(tx);
}

/** Takes the place of the connection's last comparison; nothing is kept when the connection is gone. */
export async function saveOrderFinding(
  tx: Tx,
  { storeId, connectionId }: CheckedConnection,
  finding: OrderFinding,
  nextCheckAt: Instant,
): Promise<void> {
  const { from, until, comparedFrom, comparison, failure } = finding;
  await sql`
    insert into order_check (store_id, connection_id, due_at, checked_at, span_from, span_until, orders_here, orders_there, compared_from,
                             compared, missing, different, sum_here_minor, sum_there_minor, currency, failure_code, failure_message)
    select store_id, id, ${toIsoString(nextCheckAt)}::timestamptz, clock_now(), ${toIsoString(from)}::timestamptz, ${toIsoString(until)}::timestamptz,
           ${finding.ordersHere}::integer, ${finding.ordersThere}::integer,
           ${comparedFrom === null ? null : toIsoString(comparedFrom)}::timestamptz, ${comparison?.compared ?? null}::integer,
           ${comparison?.missing ?? 0}::integer, ${comparison?.different ?? 0}::integer, ${comparison?.sumHereMinor ?? null}::bigint,
           ${comparison?.sumThereMinor ?? null}::bigint, ${finding.currency}, ${failure?.code ?? null}, ${failure?.message ?? null}
    from connection where store_id = ${storeId} and id = ${connectionId}
    on conflict (store_id, connection_id) do update
    set due_at = excluded.due_at, progress = null, checked_at = excluded.checked_at, span_from = excluded.span_from,
        span_until = excluded.span_until, orders_here = excluded.orders_here, orders_there = excluded.orders_there,
        compared_from = excluded.compared_from, compared = excluded.compared, missing = excluded.missing, different = excluded.different,
        sum_here_minor = excluded.sum_here_minor, sum_there_minor = excluded.sum_there_minor, currency = excluded.currency,
        failure_code = excluded.failure_code, failure_message = excluded.failure_message`.execute(tx);
}

/** Has a connection compared as soon as nothing of it is being read any more. */
export async function checkSoon(tx: Tx, { storeId, connectionId }: CheckedConnection): Promise<void> {
  await sql`
    update order_check set due_at = clock_now(), progress = null
    where store_id = ${storeId} and connection_id = ${connectionId}`.execute(tx);
}

/**
 * Since when a connection's orders should all be here: since the earliest time from which a back-fill has read them, or
 * is to; `'always'` when one reads everything; null when there was none.
 */
export async function findBackfillStart(
  tx: Tx,
  { storeId, connectionId }: CheckedConnection,
): Promise<Instant | 'always' | null> {
  const { rows } = await sql<{ from: Instant | null }>`
    select nullif(least(covered_from, coalesce(updated_from, '-infinity')), '-infinity') as "from" from pull
    where store_id = ${storeId} and connection_id = ${connectionId} and kind = 'backfill' and resource = 'orders'`.execute(
    tx,
  );
  const [backfill] = rows;
  return backfill === undefined ? null : (backfill.from ?? 'always');
}
