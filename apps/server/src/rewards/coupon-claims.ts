import { sql } from 'kysely';
import { secondMs, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { claimEffects, type Claim, type EffectPhase } from '../foundation/effects/claim-effects.ts';

/** How long one call to the store may take: begun in the first half of a lease, three of them end before it does. */
export function callTimeoutMs(leaseMs: number): number {
  return Math.min(10 * secondMs, leaseMs / 8);
}

const batchSize = 20;
const lockSpace = 5_271;

/**
 * Takes due coupons of a store, unless another worker holds some: the platform checks codes for being new and then
 * writes them, in two steps, so only one of us talks to it at a time.
 */
export async function claimCoupons(
  tx: Tx,
  storeId: StoreId,
  phase: EffectPhase,
  leaseMs: number,
): Promise<Claim | null> {
  await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${storeId}))`.execute(tx);
  const { rows } = await sql`
    select 1 from effect
    where store_id = ${storeId} and kind = 'coupon' and state in ('claimed', 'sending') and lease_until > clock_now()
    limit 1`.execute(tx);
  if (rows.length > 0) return null;
  const claim = await claimEffects(tx, storeId, { kind: 'coupon', phase, limit: batchSize, leaseMs });
  return claim.effects.length === 0 ? null : claim;
}
