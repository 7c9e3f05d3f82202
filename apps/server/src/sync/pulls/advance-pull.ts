import { sql } from 'kysely';
import { toIsoString, type Instant } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { newId } from '../../foundation/ids.ts';
import type { Claim } from './claim-pull.ts';
import { itemsDone } from './items-done.ts';
import { notePace } from './pace.ts';
import type { Pull } from './pull.ts';

/** What a page brought. */
export interface PageCount {
  readonly events: number;
  readonly orders: number;
  readonly partsRejected: number;
}

/** Moves a pull that the caller holds locked past a page; `next` null ends it. */
export async function advancePull(
  tx: Tx,
  { storeId }: Pick<Claim, 'storeId'>,
  pull: Pull,
  page: { readonly next: string | null; readonly count: PageCount },
  now: Instant,
): Promise<void> {
  const { count, next } = page;
  const counted: Pull = {
    ...pull,
    eventsDone: pull.eventsDone + count.events,
    ordersDone: pull.ordersDone + count.orders,
    partsRejected: pull.partsRejected + count.partsRejected,
  };
  const isLast = next === null;
  await sql`
    update pull p set
      cursor = ${next}, events_done = ${counted.eventsDone}, orders_done = ${counted.ordersDone},
      parts_rejected = ${counted.partsRejected}, pace = ${JSON.stringify(notePace(pull.pace, now, itemsDone(counted)))}::jsonb,
      failures = 0, failure_code = null, failure_message = null, last_page_at = ${toIsoString(now)}::timestamptz,
      state = case when ${isLast} then 'done' else p.state end,
      finished_at = case when ${isLast} then ${toIsoString(now)}::timestamptz end,
      covers_until = case when ${isLast} and p.kind = 'reconcile' then p.started_at else p.covers_until end,
      lease_token = case when ${isLast} then null else p.lease_token end,
      lease_until = case when ${isLast} then null else p.lease_until end
    where p.store_id = ${storeId} and p.id = ${pull.id}`.execute(tx);
  if (isLast && pull.kind === 'backfill') await beginReconciling(tx, storeId, pull);
}

/** From the first back-fill of a resource on, what changes is read again and again, from when that back-fill began. */
async function beginReconciling(
  tx: Tx,
  storeId: Claim['storeId'],
  { connectionId, resource, id }: Pull,
): Promise<void> {
  await sql`
    insert into pull (store_id, id, connection_id, kind, resource, covers_until)
    select ${storeId}::uuid, ${newId()}::uuid, ${connectionId}::uuid, 'reconcile', ${resource}, p.started_at
    from pull p where p.store_id = ${storeId} and p.id = ${id}
    on conflict (store_id, connection_id, kind, resource) do nothing`.execute(tx);
}
