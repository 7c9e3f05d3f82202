import { decideReferral, type Referral } from '@regulars/core/referrals';
import { fail, ok, type ReferralId, type Result, type StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { lockReferral, saveReferrals } from './referral-repository.ts';
import { toldEvents } from './told-events.ts';

/**
 * A person decides about a referral that waits: approved, it goes on when its hold is over; refused, it ends.
 * Refusing also ends a claim or a hold that nothing spoke against.
 */
export async function reviewReferral(
  database: Database,
  storeId: StoreId,
  referralId: ReferralId,
  verdict: 'reviewApproved' | 'reviewRefused',
): Promise<Result<Referral, 'referral.not_found' | 'referral.not_waiting'>> {
  return database.withStore(storeId, async (tx, now) => {
    const stored = await lockReferral(tx, storeId, referralId);
    if (stored === null) return fail('referral.not_found');
    const decision = decideReferral(stored.referral, { kind: verdict }, now);
    if (decision.referral === stored.referral) return fail('referral.not_waiting');
    await saveReferrals(tx, storeId, [decision.referral], new Set());
    await appendEvents(tx, storeId, toldEvents(stored, decision.events, now));
    return ok(decision.referral);
  });
}
