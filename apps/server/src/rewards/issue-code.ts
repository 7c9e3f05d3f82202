import { AdapterError, type DiscountCode, type PlatformConnection } from '@regulars/adapter-contracts';
import type { StuckReason } from '@regulars/core/referrals';
import { crashPoint } from '../foundation/crash-points.ts';

/** What the store said. `unknown`: the code may have been made. `later`: it certainly was not, and may be another time. */
export type CouponAnswer =
  | { readonly kind: 'found'; readonly couponExternalId: string }
  | { readonly kind: 'failed'; readonly reason: StuckReason }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'later'; readonly retryAfterMs: number | null }
  | { readonly kind: 'gone' }
  | { readonly kind: 'used' };

/**
 * Makes a code exist on the store once: look, make it when it is absent, and when the store says it exists already, look
 * again and adopt it if it bears our reward's id. Safe to repeat after any answer.
 */
export async function issueCode(connection: PlatformConnection, discountCode: DiscountCode): Promise<CouponAnswer> {
  try {
    return (await findOurs(connection, discountCode)) ?? (await create(connection, discountCode));
  } catch (error) {
    return toAnswer(error);
  }
}

async function findOurs(
  connection: PlatformConnection,
  { code, rewardId }: DiscountCode,
): Promise<CouponAnswer | null> {
  const existing = await connection.findDiscountCode(code).catch(asNotDone);
  if (existing === null) return null;
  if (existing.rewardId !== rewardId) return { kind: 'failed', reason: 'needs_review' };
  return { kind: 'found', couponExternalId: existing.externalId };
}

async function create(connection: PlatformConnection, discountCode: DiscountCode): Promise<CouponAnswer> {
  crashPoint('rewards.beforePost');
  try {
    const made = await connection.createDiscountCode(discountCode);
    crashPoint('rewards.afterPost');
    return { kind: 'found', couponExternalId: made.externalId };
  } catch (error) {
    crashPoint('rewards.afterPost');
    if (!(error instanceof AdapterError) || error.outcome !== 'notDone') throw error;
    // Nobody there to bind it to, as with most friends: whoever holds the code may use it, and it works once.
    if (error.kind === 'notFound' && discountCode.restrictedToEmail !== null)
      return create(connection, { ...discountCode, restrictedToEmail: null });
    if (error.kind !== 'invalid') throw error;
    return (await findOurs(connection, discountCode)) ?? { kind: 'failed', reason: 'refused' };
  }
}

/** Deletes a code of ours that nobody used; one that is gone, or is not ours, needs nothing. Safe to repeat. */
export async function revokeCode(
  connection: PlatformConnection,
  code: string,
  rewardId: string,
): Promise<CouponAnswer> {
  try {
    const existing = await connection.findDiscountCode(code).catch(asNotDone);
    if (existing === null || existing.rewardId !== rewardId) return { kind: 'gone' };
    if (existing.timesUsed > 0) return { kind: 'used' };
    await connection.deleteDiscountCode(existing.externalId);
    return { kind: 'gone' };
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'notFound') return { kind: 'gone' };
    return toAnswer(error);
  }
}

/** A look that failed has changed nothing, whatever the adapter cannot know about the answer. */
function asNotDone(error: unknown): never {
  if (!(error instanceof AdapterError) || error.outcome === 'notDone') throw error;
  throw new AdapterError(error.message, {
    kind: error.kind,
    outcome: 'notDone',
    ...(error.retryAfterMs === null ? {} : { retryAfterMs: error.retryAfterMs }),
  });
}

function toAnswer(error: unknown): CouponAnswer {
  if (!(error instanceof AdapterError)) throw error;
  if (error.outcome === 'unknown') return { kind: 'unknown' };
  switch (error.kind) {
    case 'invalid':
      return { kind: 'failed', reason: 'refused' };
    case 'misconfigured':
      // No waiting mends it: somebody has to give the connection an address or a key.
      return { kind: 'failed', reason: 'not_set_up' };
    default:
      return { kind: 'later', retryAfterMs: error.retryAfterMs };
  }
}
