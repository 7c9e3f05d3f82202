import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { newId } from '../../foundation/ids.ts';
import type { Pull, PulledResource, PullKind } from './pull.ts';
import { pullColumns, resourceOrder } from './pull-repository.ts';

export interface PlannedPulls {
  readonly connectionId: ConnectionId;
  readonly kind: Exclude<PullKind, 'reconcile'>;
  readonly resources: readonly PulledResource[];
  /** Only what changed then or later; null for everything. */
  readonly updatedFrom: Instant | null;
}

/**
 * Plans to read a connection's platform; the lanes begin as soon as they can. What was planned or done of this kind before
 * gives its place. A repair that is under way from as early a time goes on, since it comes to what changed lately, too; any
 * other that was not finished is begun anew from the earlier of the two times, so that none is forgotten.
 *
 * @returns the pulls in the order in which they are read.
 */
export async function planPulls(
  tx: Tx,
  storeId: StoreId,
  { connectionId, kind, resources, updatedFrom }: PlannedPulls,
): Promise<readonly Pull[]> {
  const from = updatedFrom === null ? null : toIsoString(updatedFrom);
  const { rows } = await sql<Pull>`
    with planned as (
      insert into pull (store_id, id, connection_id, kind, resource, updated_from)
      select ${storeId}::uuid, id, ${connectionId}::uuid, ${kind}, resource, ${from}::timestamptz
      from unnest(${resources.map(() => newId())}::uuid[], ${resources}::text[]) as r (id, resource)
      on conflict (store_id, connection_id, kind, resource) do update set
        id = excluded.id, state = 'waiting', cursor = null, events_done = 0, orders_done = 0, parts_rejected = 0, total = null,
        updated_from = case when pull.kind = 'repair' and pull.state <> 'done'
                            then nullif(least(coalesce(pull.updated_from, '-infinity'), coalesce(excluded.updated_from, '-infinity')), '-infinity')
                            else excluded.updated_from end,
        covered_from = case when pull.kind = 'backfill' and pull.state = 'done'
                            then least(pull.covered_from, coalesce(pull.updated_from, '-infinity'))
                            else pull.covered_from end,
        pace = '[]', failures = 0, failure_code = null, failure_message = null, waits_until = null, lease_token = null,
        lease_until = null, planned_at = clock_now(), started_at = null, last_page_at = null, finished_at = null
      where not (pull.kind = 'repair' and pull.state in ('waiting', 'running')
                 and coalesce(pull.updated_from, '-infinity') <= coalesce(excluded.updated_from, '-infinity'))
      returning *
    ), under_way as (
      select * from pull
      where store_id = ${storeId} and connection_id = ${connectionId} and kind = ${kind}
        and resource = any(${resources}::text[]) and resource not in (select resource from planned)
    )
    select ${pullColumns} from (select * from planned union all select * from under_way) p order by ${resourceOrder}`.execute(
    tx,
  );
  return rows;
}
