import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { kindOrder, resourceOrder } from './pull-repository.ts';

/**
 * Whether `p` may be read now. A reconciliation comes round every quarter of an hour, and later where it takes so long
 * that the platform would be read for more than a twentieth of the time, though never by more than an hour: it may have
 * been long because the shop was out of reach. What was running under a lease that has ended is
 * taken over.
 */
const isDue = sql`
  (p.state = 'waiting' and coalesce(p.waits_until, '-infinity') <= clock_now()
   or p.state = 'running' and coalesce(p.lease_until, '-infinity') <= clock_now()
   or p.kind = 'reconcile' and p.state in ('done', 'failed')
      and greatest(p.started_at + interval '15 minutes',
                   p.finished_at + least(19 * (p.finished_at - p.started_at), interval '1 hour')) <= clock_now())`;

/** One reader per connection, since its limit is one: what it limits waits for all, and what one list cannot be read for holds up no other. A pause of an earlier part of a back-fill holds those behind it. */
const isFree = sql`
  not exists (
    select 1 from pull o
    where o.store_id = p.store_id and o.connection_id = p.connection_id
      and (o.lease_until > clock_now()
           or o.state = 'waiting' and o.waits_until > clock_now() and o.failure_code = 'rateLimited'
           or o.kind = 'backfill' and p.kind = 'backfill' and o.state = 'paused' and ${resourceOrderOf('o')} < ${resourceOrder}))`;

function resourceOrderOf(table: string) {
  return sql`array_position(array['products', 'customers', 'orders'], ${sql.ref(table)}.resource)`;
}

/** The pulls that may be read now, as a relation with the alias `p`; `c` is their connection. */
export const duePulls = sql`
  pull p join connection c on c.store_id = p.store_id and c.id = p.connection_id and c.paused_reason is null
    and ${isDue} and ${isFree}`;

/** Few at a time: their turns are long, and what becomes due meanwhile shall not wait for a long list. */
const storesAtOnce = 4;

/** The stores to be read next: those with the most pressing pulls, and of these the ones that were read longest ago. */
export async function listStoresWithDuePulls(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select p.store_id as id from ${duePulls} group by p.store_id
    order by min(${kindOrder}), coalesce(max(p.last_page_at), '-infinity') limit ${storesAtOnce}`.execute(tx);
  return rows.map(({ id }) => id);
}
