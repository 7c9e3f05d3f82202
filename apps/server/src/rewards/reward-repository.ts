import { sql } from 'kysely';
import type { Reward, RewardSide, RewardStanding, RewardStatus, StuckReason } from '@regulars/core/referrals';
import {
  toIsoString,
  type ConnectionId,
  type CustomerId,
  type Instant,
  type RewardId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { lockStreams } from '../foundation/events/lock-stream.ts';

/** A reward with whom it is for and where it came from. */
export interface StoredReward {
  readonly customerId: CustomerId;
  /** `referral:<id>` or `enrollment:<id>:<step>:<visit>`. */
  readonly source: string;
  /** How often a person asked to try again. */
  readonly retryCount: number;
  /** Where the code is asked for; null until then. */
  readonly connectionId: ConnectionId | null;
  readonly reward: Reward;
}

interface RewardRow extends Omit<StoredReward, 'reward'> {
  readonly id: RewardId;
  readonly side: RewardSide;
  readonly code: string;
  readonly terms: Reward['terms'];
  readonly state: RewardStatus;
  readonly reason: StuckReason | null;
  readonly externalId: string | null;
  readonly expiresAt: Instant;
}

const columns = sql`
  id, reward.customer_id as "customerId", source, side, code, terms, state, reason, external_id as "externalId",
  retry_count as "retryCount", connection_id as "connectionId", expires_at as "expiresAt"`;

/** Writes new rewards; those whose source and side have one already are left out of the answer. */
export async function insertRewards(
  tx: Tx,
  storeId: StoreId,
  granted: readonly StoredReward[],
): Promise<ReadonlySet<RewardId>> {
  if (granted.length === 0) return new Set();
  const { rows } = await sql<{ id: RewardId }>`
    insert into reward (store_id, id, customer_id, source, side, code, terms, state, expires_at, created_at)
    select ${storeId}::uuid, id, customer_id, source, side, code, terms::jsonb, 'approved', expires_at,
           date_trunc('milliseconds', clock_now()) -- what a cursor can name
    from unnest(
      ${granted.map(({ reward }) => reward.rewardId)}::uuid[],
      ${granted.map(({ customerId }) => customerId)}::uuid[],
      ${granted.map(({ source }) => source)}::text[],
      ${granted.map(({ reward }) => reward.side)}::text[],
      ${granted.map(({ reward }) => reward.code)}::text[],
      ${granted.map(({ reward }) => JSON.stringify(reward.terms))}::text[],
      ${granted.map(({ reward }) => toIsoString(reward.expiresAt))}::timestamptz[]
    ) as g (id, customer_id, source, side, code, terms, expires_at)
    on conflict do nothing
    returning id`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Writes what was decided about rewards that the caller holds locked. */
export async function saveRewards(tx: Tx, storeId: StoreId, rewards: readonly StoredReward[]): Promise<void> {
  if (rewards.length === 0) return;
  await sql`
    update reward r
    set state = g.state, reason = g.reason, external_id = coalesce(g.external_id, r.external_id), retry_count = g.retry_count,
        issued_at = case when g.state = 'issued' then coalesce(r.issued_at, clock_now()) else r.issued_at end
    from unnest(
      ${rewards.map(({ reward }) => reward.rewardId)}::uuid[],
      ${rewards.map(({ reward }) => reward.standing.status)}::text[],
      ${rewards.map(({ reward }) => (reward.standing.status === 'stuck' ? reward.standing.reason : null))}::text[],
      ${rewards.map(({ reward }) => ('couponExternalId' in reward.standing ? reward.standing.couponExternalId : null))}::text[],
      ${rewards.map(({ retryCount }) => retryCount)}::int[]
    ) as g (id, state, reason, external_id, retry_count)
    where r.store_id = ${storeId} and r.id = g.id`.execute(tx);
}

/** Keeps where the code of a reward is asked for; null when it is certain that none came about there. */
export async function keepConnection(
  tx: Tx,
  storeId: StoreId,
  rewardId: RewardId,
  connectionId: ConnectionId | null,
): Promise<void> {
  await sql`
    update reward set connection_id = ${connectionId}
    where store_id = ${storeId} and id = ${rewardId}`.execute(tx);
}

/**
 * Locks the rewards of these ids, of these sources, or with these codes (as written, in capitals), and before them the
 * event streams of the customers they belong to.
 */
export async function lockRewards(
  tx: Tx,
  storeId: StoreId,
  wanted: { readonly ids: readonly RewardId[]; readonly sources: readonly string[]; readonly codes: readonly string[] },
): Promise<readonly StoredReward[]> {
  const isWanted = sql`store_id = ${storeId} and (
      id = any(${wanted.ids}::uuid[]) or source = any(${wanted.sources}::text[]) or code = any(${wanted.codes}::text[]))`;
  const owners = await sql<{ id: CustomerId }>`select distinct customer_id as id from reward where ${isWanted}`.execute(
    tx,
  );
  await lockStreams(
    tx,
    storeId,
    owners.rows.map(({ id }) => id),
  );
  const { rows } = await sql<RewardRow>`select ${columns} from reward where ${isWanted} order by id for update`.execute(
    tx,
  );
  return rows.map(toStored);
}

/** Locks up to `limit` issued rewards whose time is over, with their customers' event streams; what another holds is passed over. */
export async function lockEndedRewards(tx: Tx, storeId: StoreId, limit: number): Promise<readonly StoredReward[]> {
  const { rows } = await sql<RewardRow>`
    select ${columns} from reward
    join event_stream s on s.store_id = reward.store_id and s.customer_id = reward.customer_id
    where reward.store_id = ${storeId} and state = 'issued' and expires_at <= clock_now()
    order by expires_at
    limit ${limit}
    for update of reward, s skip locked`.execute(tx);
  return rows.map(toStored);
}

export async function listStoresWithEndedRewards(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    where exists (select 1 from reward r where r.store_id = s.id and r.state = 'issued' and r.expires_at <= clock_now())`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function readRewards(
  tx: Tx,
  storeId: StoreId,
  rewardIds: readonly RewardId[],
): Promise<readonly StoredReward[]> {
  const { rows } = await sql<RewardRow>`
    select ${columns} from reward where store_id = ${storeId} and id = any(${rewardIds}::uuid[])`.execute(tx);
  return rows.map(toStored);
}

function toStored({ id, side, code, terms, state, reason, externalId, expiresAt, ...origin }: RewardRow): StoredReward {
  return {
    ...origin,
    reward: { rewardId: id, side, code, terms, expiresAt, standing: toStanding(state, reason, externalId) },
  };
}

function toStanding(status: RewardStatus, reason: StuckReason | null, couponExternalId: string | null): RewardStanding {
  switch (status) {
    case 'issued':
      return { status, couponExternalId: couponExternalId ?? '' };
    case 'revoking':
      return { status, couponExternalId };
    case 'stuck':
      return { status, reason: reason ?? 'unknown_final' };
    default:
      return { status };
  }
}
