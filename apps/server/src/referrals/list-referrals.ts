import { sql } from 'kysely';
import type { ReferralRisk, ReferralStanding, ReferralStatus } from '@regulars/core/referrals';
import {
  toIsoString,
  type CustomerId,
  type Instant,
  type OrderId,
  type ReferralId,
  type StoreId,
} from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface ReferralFilter {
  readonly status: ReferralStatus | null;
  /** Referrals in which this customer is the advocate or the friend. */
  readonly customerId: CustomerId | null;
  readonly limit: number;
  /** Where the previous page ended. */
  readonly after: readonly [claimedAt: Instant, id: string] | null;
}

/** A referral for people who look after the programme. */
export interface ListedReferral {
  readonly id: ReferralId;
  readonly advocateId: CustomerId;
  readonly friendId: CustomerId;
  readonly status: ReferralStatus;
  readonly reason: string | null;
  readonly orderId: OrderId | null;
  readonly claimedAt: Instant;
  /** When the clock moves it next: the claim, the hold or the claw-back time ends. */
  readonly nextAt: Instant | null;
  readonly isWaitingForReview: boolean;
  readonly risk: ReferralRisk;
}

interface ListedRow extends Omit<ListedReferral, 'isWaitingForReview' | 'risk'> {
  readonly decided: { readonly risk: ReferralRisk; readonly standing: ReferralStanding };
}

/** The newest claims first; up to `limit` + 1, so that the caller sees whether more follow. */
export async function listReferrals(
  tx: Tx,
  storeId: StoreId,
  filter: ReferralFilter,
): Promise<readonly ListedReferral[]> {
  const [claimedAt, id] = filter.after ?? [null, null];
  const { rows } = await sql<ListedRow>`
    select id, advocate_customer_id as "advocateId", friend_customer_id as "friendId", state as status, reason, order_id as "orderId",
           claimed_at as "claimedAt", due_at as "nextAt", decided
    from referral
    where store_id = ${storeId}
      and (${filter.status}::text is null or state = ${filter.status})
      and (${filter.customerId}::uuid is null or ${filter.customerId}::uuid in (advocate_customer_id, friend_customer_id))
      and (${id}::uuid is null or claimed_at < ${claimedAt === null ? null : toIsoString(claimedAt)}::timestamptz
           or (claimed_at = ${claimedAt === null ? null : toIsoString(claimedAt)}::timestamptz and id > ${id}::uuid))
    order by claimed_at desc, id
    limit ${filter.limit + 1}`.execute(tx);
  return rows.map(({ decided: { risk, standing }, ...row }) => ({
    ...row,
    risk,
    isWaitingForReview: standing.status === 'held' && standing.review === 'waiting',
  }));
}
