import { sql } from 'kysely';
import type { ConnectionId, Instant, StoreId } from '@regulars/core/shared';
import { randomUUID } from 'node:crypto';
import type { Tx } from '../../foundation/database/database.ts';
import { duePulls } from './due-pulls.ts';
import type { Pull } from './pull.ts';
import { kindOrder, pullColumns, resourceOrder } from './pull-repository.ts';

/** A pull that is ours for as long as the lease is held. */
export interface Claim {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly pull: Pull;
  readonly leaseToken: string;
  readonly claimedAt: Instant;
  /** When the store was connected: what happened before is history. */
  readonly connectedAt: Instant;
}

const lockSpace = 5_272;

/** Postgres and the platform tell the time by two clocks, and a change is listed a little after the time it bears. */
const overlap = sql`interval '10 minutes'`;

/** Takes the store's next due pull: what changed lately first, then what was found wanting, then what was before us. */
export async function claimPull(tx: Tx, storeId: StoreId, now: Instant, leaseMs: number): Promise<Claim | null> {
  await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${storeId}))`.execute(tx);
  const leaseToken = randomUUID();
  const { rows } = await sql<Pull & { connectedAt: Instant }>`
    with next as (
      select p.id, c.created_at as connected_at,
             p.started_at is null or (p.kind = 'reconcile' and p.state in ('done', 'failed')) as is_new
      from ${duePulls}
      where p.store_id = ${storeId}
      order by ${kindOrder}, ${resourceOrder}
      limit 1
      for update of p
    ), begun as (
      update pull p set
        started_at = clock_now(), last_page_at = null, finished_at = null, cursor = null, events_done = 0, orders_done = 0,
        parts_rejected = 0, failures = 0, failure_code = null, failure_message = null,
        pace = jsonb_build_array(jsonb_build_array((extract(epoch from clock_now()) * 1000)::bigint, 0)),
        updated_from = case when p.kind = 'reconcile' then p.covers_until - ${overlap} else p.updated_from end,
        state = 'running', waits_until = null, lease_token = ${leaseToken}, lease_until = clock_now() + ${leaseMs} * interval '1 ms'
      from next where p.store_id = ${storeId} and p.id = next.id and next.is_new
      returning p.*
    ), resumed as (
      update pull p set
        state = 'running', waits_until = null, lease_token = ${leaseToken}, lease_until = clock_now() + ${leaseMs} * interval '1 ms'
      from next where p.store_id = ${storeId} and p.id = next.id and not next.is_new
      returning p.*
    )
    select ${pullColumns}, next.connected_at as "connectedAt"
    from (select * from begun union all select * from resumed) p join next on next.id = p.id`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { connectedAt, ...pull } = row;
  return { storeId, connectionId: pull.connectionId, pull, leaseToken, claimedAt: now, connectedAt };
}
