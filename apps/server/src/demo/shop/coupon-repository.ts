import { sql } from 'kysely';
import type { DiscountCode, ExistingDiscountCode } from '@regulars/adapter-contracts';
import { toIsoString, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import { newId } from '../../foundation/ids.ts';

const columns = sql`id as "externalId", code, reward_id as "rewardId", times_used as "timesUsed"`;

export async function findCoupon(tx: Tx, storeId: StoreId, code: string): Promise<ExistingDiscountCode | null> {
  const { rows } = await sql<ExistingDiscountCode>`
    select ${columns} from demo.coupon where store_id = ${storeId} and code = ${code.toLowerCase()}`.execute(tx);
  return rows[0] ?? null;
}

/** @returns null when the code exists already. */
export async function insertCoupon(
  tx: Tx,
  storeId: StoreId,
  { code, rewardId, discount, usageLimit, expiresAt, minimumSpend, restrictedToEmail }: DiscountCode,
): Promise<ExistingDiscountCode | null> {
  const kept = discount.kind === 'fixed' ? { kind: 'fixed', ...discount.amount } : discount;
  const { rows } = await sql<ExistingDiscountCode>`
    insert into demo.coupon (store_id, id, code, reward_id, discount, usage_limit, expires_at, minimum_minor, restricted_to_email)
    values (${storeId}, ${newId()}, ${code.toLowerCase()}, ${rewardId}, ${JSON.stringify(kept)}::jsonb, ${usageLimit},
            ${expiresAt === null ? null : toIsoString(expiresAt)}, ${minimumSpend?.amountMinor ?? null}, ${restrictedToEmail})
    on conflict (store_id, code) do nothing
    returning ${columns}`.execute(tx);
  return rows[0] ?? null;
}

export async function deleteCoupon(tx: Tx, storeId: StoreId, id: string): Promise<void> {
  await sql`delete from demo.coupon where store_id = ${storeId} and id = ${id}::uuid`.execute(tx);
}

/** What a code is good for at the till. */
export interface UsableCoupon {
  readonly code: string;
  readonly discount:
    | { readonly kind: 'percent'; readonly percent: number }
    | { readonly kind: 'fixed'; readonly amountMinor: number; readonly currency: string };
  readonly minimumMinor: number | null;
  readonly restrictedToEmail: string | null;
}

/** A code that has not run out and is not used up; null for any other. */
export async function findUsableCoupon(tx: Tx, storeId: StoreId, code: string): Promise<UsableCoupon | null> {
  const { rows } = await sql<UsableCoupon>`
    select code, discount, minimum_minor as "minimumMinor", restricted_to_email as "restrictedToEmail"
    from demo.coupon
    where store_id = ${storeId} and code = ${code.toLowerCase()} and times_used < usage_limit
      and (expires_at is null or expires_at > clock_now())`.execute(tx);
  return rows[0] ?? null;
}

/** Counts each code as used once; codes of others, such as a shop's own sales, are none of ours. */
export async function useCoupons(tx: Tx, storeId: StoreId, codes: readonly string[]): Promise<void> {
  await sql`
    update demo.coupon set times_used = times_used + 1
    where store_id = ${storeId} and code = any(${codes.map((code) => code.toLowerCase())}::text[])`.execute(tx);
}
