import { sql } from 'kysely';
import type { CustomerId, ReferralId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Which store a link belongs to; asked of the directory, because a link names no store. */
export async function findStoreOfLink(tx: Tx, slug: string): Promise<StoreId | null> {
  const { rows } = await sql<{
    storeId: StoreId;
  }>`select store_id as "storeId" from advocate_link where slug = ${slug}`.execute(tx);
  return rows[0]?.storeId ?? null;
}

export async function findAdvocateBySlug(tx: Tx, storeId: StoreId, slug: string): Promise<CustomerId | null> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    select customer_id as "customerId" from advocate where store_id = ${storeId} and slug = ${slug}`.execute(tx);
  return rows[0]?.customerId ?? null;
}

/** How many claims this advocate's link had in the last 24 hours. */
export async function countClaimsToday(tx: Tx, storeId: StoreId, advocateId: CustomerId): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from referral
    where store_id = ${storeId} and advocate_customer_id = ${advocateId} and claimed_at > clock_now() - interval '24 hours'`.execute(
    tx,
  );
  return rows[0]?.count ?? 0;
}

/**
 * For each referral, how many rewards its advocate earned within its rules' time. Locks the advocates, so that two
 * workers that each release one referral of the same advocate cannot both see the last free place under the cap.
 */
export async function countAdvocateRewards(
  tx: Tx,
  storeId: StoreId,
  referrals: readonly {
    readonly referralId: ReferralId;
    readonly advocateId: CustomerId;
    readonly withinDays: number;
  }[],
): Promise<ReadonlyMap<ReferralId, number>> {
  if (referrals.length === 0) return new Map();
  const advocateIds = referrals.map(({ advocateId }) => advocateId);
  await sql`
    select 1 from advocate where store_id = ${storeId} and customer_id = any(${advocateIds}::uuid[])
    order by customer_id for update`.execute(tx);
  const { rows } = await sql<{ referralId: ReferralId; count: number }>`
    select a.referral_id as "referralId", count(r.id) as count
    from unnest(
      ${referrals.map(({ referralId }) => referralId)}::uuid[],
      ${advocateIds}::uuid[],
      ${referrals.map(({ withinDays }) => `${withinDays} days`)}::interval[]
    ) as a (referral_id, advocate_id, span)
    left join referral r on r.store_id = ${storeId} and r.advocate_customer_id = a.advocate_id
      and r.advocate_rewarded_at > clock_now() - a.span and r.state <> 'reversed'
    group by a.referral_id`.execute(tx);
  return new Map(rows.map(({ referralId, count }) => [referralId, count]));
}

/** Takes the names out of an erased advocate's link; friends who follow it find nothing any more. */
export async function forgetAdvocates(tx: Tx, storeId: StoreId, customerIds: readonly CustomerId[]): Promise<void> {
  await sql`
    with forgotten as (
      select slug from advocate where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])
    ), unlinked as (
      delete from advocate_link where slug in (select slug from forgotten)
    )
    update advocate set slug = 'erased-' || customer_id
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`.execute(tx);
}

/** Replaces what names an erased friend. The claim stays on record: the next order under that address is none of ours to know. */
export async function forgetFriends(tx: Tx, storeId: StoreId, customerIds: readonly CustomerId[]): Promise<void> {
  await sql`
    update referral set friend_person_key = 'erased:' || id
    where store_id = ${storeId} and friend_customer_id = any(${customerIds}::uuid[])`.execute(tx);
}
