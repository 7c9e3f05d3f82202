import { sql } from 'kysely';
import type { RewardSide, RewardStatus, RewardTerms } from '@regulars/core/referrals';
import { toIsoString, type CustomerId, type Instant, type RewardId, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface RewardFilter {
  readonly status: RewardStatus | null;
  readonly customerId: CustomerId | null;
  readonly limit: number;
  /** Where the previous page ended. */
  readonly after: readonly [createdAt: Instant, id: string] | null;
}

/** A reward for people who look after the store. */
export interface ListedReward {
  readonly id: RewardId;
  readonly customerId: CustomerId;
  readonly source: string;
  readonly side: RewardSide;
  readonly status: RewardStatus;
  readonly reason: string | null;
  readonly code: string;
  readonly terms: RewardTerms;
  readonly createdAt: Instant;
  readonly issuedAt: Instant | null;
  readonly expiresAt: Instant;
}

/** The newest first; up to `limit` + 1, so that the caller sees whether more follow. */
export async function listRewards(tx: Tx, storeId: StoreId, filter: RewardFilter): Promise<readonly ListedReward[]> {
  const [createdAt, id] = filter.after ?? [null, null];
  const createdIso = createdAt === null ? null : toIsoString(createdAt);
  const { rows } = await sql<ListedReward>`
    select id, customer_id as "customerId", source, side, state as status, reason, code, terms, created_at as "createdAt",
           issued_at as "issuedAt", expires_at as "expiresAt"
    from reward
    where store_id = ${storeId}
      and (${filter.status}::text is null or state = ${filter.status})
      and (${filter.customerId}::uuid is null or customer_id = ${filter.customerId}::uuid)
      and (${id}::uuid is null or created_at < ${createdIso}::timestamptz
           or (created_at = ${createdIso}::timestamptz and id > ${id}::uuid))
    order by created_at desc, id
    limit ${filter.limit + 1}`.execute(tx);
  return rows;
}
