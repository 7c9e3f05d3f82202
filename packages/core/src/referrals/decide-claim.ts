import type { ReferralId } from '../shared/ids.ts';
import { dayMs, type Instant, plus } from '../shared/instant.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import type { ReferralEvent } from './referral-event.ts';
import { assessClaim } from './referral-risk.ts';
import type { Referral, ReferralRejection } from './referral.ts';
import type { ReferralRules } from './referral-rules.ts';

/** A friend's link is passed on to friends. Above this a day somebody is trying out addresses, or has us write to them. */
const claimsPerDay = 25;

/** What is known when somebody asks to be counted as an advocate's friend. */
export interface ClaimFacts {
  readonly referralId: ReferralId;
  readonly link: 'live' | 'paused' | 'unknown';
  readonly rules: ReferralRules;
  /** As `toPersonKey` writes them; the advocate's is null when the store erased the customer's address. */
  readonly advocatePersonKey: string | null;
  readonly friendPersonKey: string;
  /** Any purchase the store knows of this e-mail address, imported history included. */
  readonly friendPurchaseCount: number;
  readonly friendHasLiveReferral: boolean;
  /** Claims on this link in the last 24 hours, refused ones included, this one not counted. */
  readonly claimsToday: number;
}

/**
 * Decides a claim. The first block that holds is the reason; nothing here can be outweighed by anything else.
 *
 * @example
 * ```ts
 * const decision = decideClaim(facts, now);
 * if (decision.ok) save(decision.value.referral, decision.value.events);
 * else showPageFor(decision.failure); // e.g. 'existing_customer'
 * ```
 */
export function decideClaim(
  facts: ClaimFacts,
  now: Instant,
): Result<{ readonly referral: Referral; readonly events: readonly ReferralEvent[] }, ReferralRejection> {
  const block = findBlock(facts);
  if (block !== null) return fail(block);
  const { referralId, rules } = facts;
  return ok({
    referral: {
      referralId,
      rules,
      claimedAt: now,
      risk: assessClaim(facts),
      standing: { status: 'claimed', expiresAt: plus(now, rules.claimValidDays * dayMs) },
    },
    events: [
      { kind: 'referralClaimed', data: { referralId, role: 'advocate', reward: null } },
      { kind: 'referralClaimed', data: { referralId, role: 'friend', reward: rules.friendWelcome } },
    ],
  });
}

function findBlock(facts: ClaimFacts): ReferralRejection | null {
  if (facts.link === 'unknown') return 'link_unknown';
  if (facts.advocatePersonKey === facts.friendPersonKey) return 'self_referral';
  // Before the programme's pause: whoever has a code already may see it again.
  if (facts.friendHasLiveReferral) return 'already_referred';
  // Before anything is found out about the address, so that the link does not tell of many who has bought.
  if (facts.claimsToday >= claimsPerDay) return 'too_many_claims';
  if (facts.friendPurchaseCount > 0) return 'existing_customer';
  return facts.link === 'paused' ? 'program_paused' : null;
}
