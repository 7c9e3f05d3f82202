import { sql } from 'kysely';
import { minuteMs, secondMs, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { claimEffects, type Claim, type EffectPhase } from '../foundation/effects/claim-effects.ts';

/** How long one call to the store may take. */
export const callTimeoutMs = 10 * secondMs;
/** A claim is given up this long after it was made; a call begun before the last minute of it is over by then. */
export const leaseMs = 5 * minuteMs;
export const startUntilMs = leaseMs - minuteMs;

const batchSize = 20;
const lockSpace = 5_271;

/**
 * Takes due coupons of a store, unless another worker holds some: the platform checks codes for being new and then
 * writes them, in two steps, so only one of us talks to it at a time.
 */
export async function claimCoupons(tx: Tx, storeId: StoreId, phase: EffectPhase): Promise<Claim | null> {
  await sql`select pg_advisory_xact_lock(${lockSpace}, hashtext(${storeId}))`.execute(tx);
  const { rows } = await sql`
    select 1 from effect
    where store_id = ${storeId} and kind = 'coupon' and state in ('claimed', 'sending') and lease_until > clock_now()
    limit 1`.execute(tx);
  if (rows.length > 0) return null;
  const claim = await claimEffects(tx, storeId, { kind: 'coupon', phase, limit: batchSize, leaseMs });
  return claim.effects.length === 0 ? null : claim;
}
