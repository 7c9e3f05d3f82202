import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../shared/currency.ts';
import type { ReferralId } from '../shared/ids.ts';
import { dayMs, plus, toInstant } from '../shared/instant.ts';
import { decideClaim, type ClaimFacts } from './decide-claim.ts';
import { defaultReferralRules } from './referral-rules.ts';

const now = toInstant(1_790_000_000_000);
const referralId = 'referral' as ReferralId;
const rules = defaultReferralRules('EUR' as CurrencyCode);
const facts: ClaimFacts = {
  referralId,
  link: 'live',
  rules,
  advocatePersonKey: 'anna@example.com',
  friendPersonKey: 'ben@example.org',
  friendPurchaseCount: 0,
  friendHasLiveReferral: false,
  claimsToday: 0,
};

describe('a claim', () => {
  it('that nothing speaks against makes a referral, and gives the friend the welcome discount at once', () => {
    expect(decideClaim(facts, now)).toEqual({
      ok: true,
      value: {
        referral: {
          referralId,
          rules,
          claimedAt: now,
          risk: { score: 0, reasons: [] },
          standing: { status: 'claimed', expiresAt: plus(now, 60 * dayMs) },
        },
        events: [
          { kind: 'referralClaimed', data: { referralId, role: 'advocate', reward: null } },
          { kind: 'referralClaimed', data: { referralId, role: 'friend', reward: rules.friendWelcome } },
        ],
      },
    });
  });

  it.each<[string, Partial<ClaimFacts>]>([
    ['link_unknown', { link: 'unknown' }],
    ['self_referral', { friendPersonKey: 'anna@example.com' }],
    ['already_referred', { friendHasLiveReferral: true, friendPurchaseCount: 1 }],
    ['existing_customer', { friendPurchaseCount: 1 }],
    ['too_many_claims', { claimsToday: 25 }],
    ['too_many_claims', { claimsToday: 25, friendPurchaseCount: 1 }],
    ['program_paused', { link: 'paused' }],
  ])('is refused as %s', (reason, blocking) => {
    expect(decideClaim({ ...facts, ...blocking }, now)).toEqual({ ok: false, failure: reason });
  });

  it('shows a friend who has a code already that code even while the programme is paused', () => {
    expect(decideClaim({ ...facts, link: 'paused', friendHasLiveReferral: true }, now)).toEqual({
      ok: false,
      failure: 'already_referred',
    });
  });

  it('keeps what looks odd with the referral: similar addresses, and many claims in a day', () => {
    const decision = decideClaim(
      {
        ...facts,
        advocatePersonKey: 'ben.smith@example.org',
        friendPersonKey: 'ben.smith1@example.org',
        claimsToday: 10,
      },
      now,
    );
    expect(decision.ok && decision.value.referral.risk).toEqual({
      score: 8,
      reasons: ['similar_email', 'many_claims_today'],
    });
  });

  it('does not call two strangers at one provider similar', () => {
    const decision = decideClaim(
      { ...facts, advocatePersonKey: 'anna@gmail.com', friendPersonKey: 'zacharias@gmail.com' },
      now,
    );
    expect(decision.ok && decision.value.referral.risk.reasons).toEqual([]);
  });
});
