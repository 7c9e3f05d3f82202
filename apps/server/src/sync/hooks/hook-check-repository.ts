import { sql } from 'kysely';
import { toIsoString, type ConnectionId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { areAllActive, type HookFinding } from './look-at-hooks.ts';

/** How a connection's webhooks stood when last looked at. */
export interface HookCheck extends HookFinding {
  readonly storeId: StoreId;
  readonly connectionId: ConnectionId;
  readonly checkedAt: Instant;
  readonly nextCheckAt: Instant;
  readonly repairedAt: Instant | null;
}

/** The last check of each connection, of the stores of this transaction. */
export async function listHookChecks(tx: Tx): Promise<readonly HookCheck[]> {
  const { rows } = await sql<HookCheck>`
    select store_id as "storeId", connection_id as "connectionId", checked_at as "checkedAt", due_at as "nextCheckAt", topics,
           repaired_at as "repairedAt", repaired_topics as "repairedTopics",
           case when failure_code is not null then jsonb_build_object('code', failure_code, 'message', failure_message) end as failure
    from hook_check where store_id = any (current_stores()) and checked_at is not null`.execute(tx);
  return rows;
}

/** Whose webhooks are looked after, and under which address they come. */
export interface HookedConnections {
  readonly adapterIds: readonly string[];
  readonly publicUrl: string;
}

/** What is due; with another address or secret than the last time, at once. */
const dueHooks = ({ adapterIds, publicUrl }: HookedConnections) => sql`
  select c.store_id, c.id as connection_id, t.target_hash
  from connection c
  cross join lateral (select encode(sha256(convert_to(${publicUrl} || ' ' || c.webhook_secret_sealed, 'UTF8')), 'hex') as target_hash) t
  left join hook_check h on h.store_id = c.store_id and h.connection_id = c.id
  where c.store_id = any (current_stores()) and c.purpose = 'platform' and c.paused_at is null
    and c.adapter_id = any (${adapterIds}) and c.webhook_secret_sealed is not null
    and (h.due_at is null or h.due_at <= clock_now() or h.target_hash <> t.target_hash)`;

export async function listStoresWithDueHooks(tx: Tx, connections: HookedConnections): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select distinct store_id as id from (${dueHooks(connections)}) due`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Takes one connection of the store that is due; nobody else does for `leaseMs`. */
export async function claimDueHooks(
  tx: Tx,
  connections: HookedConnections,
  leaseMs: number,
): Promise<ConnectionId | null> {
  const { rows } = await sql<{ connectionId: ConnectionId }>`
    insert into hook_check as h (store_id, connection_id, due_at, target_hash)
    select store_id, connection_id, clock_now() + make_interval(secs => ${leaseMs / 1000}), target_hash
    from (${dueHooks(connections)}) due order by connection_id limit 1
    on conflict (store_id, connection_id) do update set due_at = excluded.due_at, target_hash = excluded.target_hash
    where h.due_at <= clock_now() or h.target_hash <> excluded.target_hash
    returning connection_id as "connectionId"`.execute(tx);
  return rows[0]?.connectionId ?? null;
}

/** Up to when nothing can have been missed: every topic was in use then, or the connection was only being made. */
export interface Coverage {
  readonly until: Instant;
  /** Not every topic was ever seen in use. */
  readonly isFirst: boolean;
  /** Some topic was not in use when they were last seen. */
  readonly isBroken: boolean;
}

/** Null when the connection is gone; it stays until the transaction ends otherwise. */
export async function findCoverage(tx: Tx, storeId: StoreId, connectionId: ConnectionId): Promise<Coverage | null> {
  const { rows } = await sql<Coverage>`
    select coalesce(h.all_active_at, c.created_at) as until, h.all_active_at is null as "isFirst",
           coalesce(jsonb_path_exists(h.topics, '$[*] ? (@.state != "active")'), false) as "isBroken"
    from connection c left join hook_check h on h.store_id = c.store_id and h.connection_id = c.id
    where c.store_id = ${storeId} and c.id = ${connectionId} for key share of c`.execute(tx);
  return rows[0] ?? null;
}

/** Takes the place of the connection's last check. Needs its coverage read first, in the same transaction. */
export async function saveHookFinding(
  tx: Tx,
  connection: { readonly storeId: StoreId; readonly connectionId: ConnectionId },
  { topics, repairedTopics, failure }: HookFinding,
  nextCheckAt: Instant,
): Promise<void> {
  const isRepaired = repairedTopics.length > 0;
  await sql`
    insert into hook_check as h (store_id, connection_id, due_at, target_hash, checked_at, topics, all_active_at, repaired_at, repaired_topics,
                                 failure_code, failure_message)
    values (${connection.storeId}, ${connection.connectionId}, ${toIsoString(nextCheckAt)}::timestamptz, '', clock_now(),
            ${JSON.stringify(topics)}::jsonb, case when ${areAllActive(topics)} then clock_now() end,
            case when ${isRepaired} then clock_now() end, ${repairedTopics}, ${failure?.code ?? null}, ${failure?.message ?? null})
    on conflict (store_id, connection_id) do update
    set due_at = excluded.due_at, checked_at = excluded.checked_at,
        topics = case when excluded.topics = '[]' then h.topics else excluded.topics end,
        all_active_at = coalesce(excluded.all_active_at, h.all_active_at),
        repaired_at = coalesce(excluded.repaired_at, h.repaired_at),
        repaired_topics = case when ${isRepaired} then excluded.repaired_topics else h.repaired_topics end,
        failure_code = excluded.failure_code, failure_message = excluded.failure_message`.execute(tx);
}
