import { describe, expect, it } from 'vitest';
import type { CurrencyCode } from '../shared/currency.ts';
import type { OrderId, ReferralId } from '../shared/ids.ts';
import { dayMs, type Instant, minuteMs, plus, toInstant } from '../shared/instant.ts';
import { decideReferral } from './decide-referral.ts';
import { noRisk } from './referral-risk.ts';
import { defaultReferralRules } from './referral-rules.ts';
import type { FriendOrder, Referral, ReferralInput, ReferralStanding } from './referral.ts';

const claimedAt = toInstant(1_790_000_000_000);
const paidAt = plus(claimedAt, 3 * dayMs);
const holdUntil = plus(paidAt, 30 * dayMs);
const released = plus(holdUntil, minuteMs);
const orderId = 'order' as OrderId;
const referralId = 'referral' as ReferralId;
const rules = { ...defaultReferralRules('EUR' as CurrencyCode), minimumOrderMinor: 2_000 };

const claimed: Referral = {
  referralId,
  rules,
  claimedAt,
  risk: noRisk,
  standing: { status: 'claimed', expiresAt: plus(claimedAt, 60 * dayMs) },
};
const held = standing({ status: 'held', orderId, paidAt, holdUntil, review: 'not_needed' });
const waiting = standing({ status: 'held', orderId, paidAt, holdUntil, review: 'waiting' });
const qualified = standing({ status: 'qualified', orderId, clawbackUntil: plus(released, 60 * dayMs) });
const order: FriendOrder = {
  orderId,
  paidAt,
  currency: 'EUR' as CurrencyCode,
  netMinor: 5_000,
  isPurchase: true,
  isRenewal: false,
};
const holdElapsed: ReferralInput = {
  kind: 'holdElapsed',
  order,
  friendFirstPurchaseAt: paidAt,
  advocateRewardCount: 0,
};

describe('a claimed referral', () => {
  it('is held from the day the friend pays, and both are told', () => {
    when(claimed, { kind: 'friendOrderPaid', order }, paidAt).then(held.standing, [
      { kind: 'referralHeld', data: { referralId, role: 'advocate', orderId, holdUntil } },
      { kind: 'referralHeld', data: { referralId, role: 'friend', orderId, holdUntil } },
    ]);
  });

  it.each<[string, Partial<FriendOrder>]>([
    ['below the minimum', { netMinor: 1_999 }],
    ['in another currency', { currency: 'USD' as CurrencyCode }],
    ['that is a renewal', { isRenewal: true }],
    ['that is no purchase', { isPurchase: false }],
    ['paid when the claim had run out', { paidAt: plus(claimedAt, 60 * dayMs) }],
  ])('waits on after an order %s', (_, difference) => {
    when(claimed, { kind: 'friendOrderPaid', order: { ...order, ...difference } }, paidAt).thenNothing();
  });

  it('is rejected when the friend turns out to have bought before', () => {
    when(claimed, { kind: 'friendOrderPaid', order: { ...order, paidAt: plus(claimedAt, -dayMs) } }, paidAt).then(
      { status: 'rejected', reason: 'existing_customer' },
      both('referralRejected', { reason: 'existing_customer' }),
    );
  });

  it('takes an order that a shop whose clock is behind calls a few minutes older than the claim', () => {
    const early = decideReferral(
      claimed,
      { kind: 'friendOrderPaid', order: { ...order, paidAt: plus(claimedAt, -5 * minuteMs) } },
      paidAt,
    );
    expect(early.referral.standing.status).toBe('held');
  });

  it('expires when its time is over, and not before', () => {
    when(claimed, { kind: 'claimExpired' }, plus(claimedAt, 60 * dayMs - 1)).thenNothing();
    when(claimed, { kind: 'claimExpired' }, plus(claimedAt, 60 * dayMs)).then(
      { status: 'expired' },
      both('referralExpired', {}),
    );
  });

  it('waits for a person when the signs of fraud add up', () => {
    const odd: Referral = { ...claimed, risk: { score: 6, reasons: ['similar_email', 'many_claims_today'] } };
    when(odd, { kind: 'friendOrderPaid', order }, paidAt).then(
      waiting.standing,
      both('referralHeld', { orderId, holdUntil }),
    );
  });
});

describe('a held referral', () => {
  it('qualifies when the hold is over, with what each of the two is given', () => {
    when(held, holdElapsed, released).then(qualified.standing, [
      {
        kind: 'referralQualified',
        data: { referralId, role: 'advocate', orderId, reward: rules.advocateReward, withheld: null },
      },
      {
        kind: 'referralQualified',
        data: { referralId, role: 'friend', orderId, reward: rules.friendReward, withheld: null },
      },
    ]);
  });

  it('does not qualify a moment too early', () => {
    when(held, holdElapsed, plus(holdUntil, -1)).thenNothing();
  });

  it('rewards the friend but not an advocate who has reached the cap, and says so', () => {
    when(held, { ...holdElapsed, advocateRewardCount: 20 }, released).then(qualified.standing, [
      {
        kind: 'referralQualified',
        data: { referralId, role: 'advocate', orderId, reward: null, withheld: 'advocate_cap' },
      },
      {
        kind: 'referralQualified',
        data: { referralId, role: 'friend', orderId, reward: rules.friendReward, withheld: null },
      },
    ]);
  });

  it('is reversed when the order, read again at the end of the hold, is refunded, cancelled or gone', () => {
    const reversed = both('referralReversed', { orderId, extent: 'full' });
    const gone: ReferralStanding = { status: 'reversed', orderId, extent: 'full' };
    when(held, { ...holdElapsed, order: { ...order, isPurchase: false, netMinor: 0 } }, released).then(gone, reversed);
    when(held, { ...holdElapsed, order: null }, released).then(gone, reversed);
    when(held, { kind: 'orderCancelled', orderId }, paidAt).then(gone, reversed);
    when(held, { kind: 'orderRefunded', order: { ...order, isPurchase: false, netMinor: 0 } }, paidAt).then(
      gone,
      reversed,
    );
  });

  it('stands a refund that leaves enough, and falls with one that does not', () => {
    when(held, { kind: 'orderRefunded', order: { ...order, netMinor: 2_000 } }, paidAt).thenNothing();
    when(held, { kind: 'orderRefunded', order: { ...order, netMinor: 1_999 } }, paidAt).then(
      { status: 'rejected', reason: 'below_minimum' },
      both('referralRejected', { reason: 'below_minimum' }),
    );
  });

  it('is rejected when an imported order shows that the friend had bought before the claim', () => {
    when(held, { ...holdElapsed, friendFirstPurchaseAt: plus(claimedAt, -dayMs) }, released).then(
      { status: 'rejected', reason: 'existing_customer' },
      both('referralRejected', { reason: 'existing_customer' }),
    );
  });

  it('is not moved by what happens to other orders, nor by paying twice', () => {
    const other = 'other' as OrderId;
    when(held, { kind: 'orderCancelled', orderId: other }, paidAt).thenNothing();
    when(held, { kind: 'orderRefunded', order: { ...order, orderId: other, isPurchase: false } }, paidAt).thenNothing();
    when(held, { kind: 'friendOrderPaid', order: { ...order, paidAt: plus(paidAt, -dayMs) } }, paidAt).thenNothing();
  });

  it('that waits for a person is never released by time alone', () => {
    when(waiting, holdElapsed, plus(released, 365 * dayMs)).thenNothing();
    const approved = decideReferral(waiting, { kind: 'reviewApproved' }, released).referral;
    expect(decideReferral(approved, holdElapsed, released).referral.standing.status).toBe('qualified');
    when(waiting, { kind: 'reviewRefused' }, released).then(
      { status: 'rejected', reason: 'refused_by_review' },
      both('referralRejected', { reason: 'refused_by_review' }),
    );
  });
});

describe('a qualified referral', () => {
  it('is reversed in full by a full refund or a cancellation, in part by one below the minimum', () => {
    when(qualified, { kind: 'orderRefunded', order: { ...order, isPurchase: false, netMinor: 0 } }, released).then(
      { status: 'reversed', orderId, extent: 'full' },
      both('referralReversed', { orderId, extent: 'full' }),
    );
    when(qualified, { kind: 'orderCancelled', orderId }, released).then(
      { status: 'reversed', orderId, extent: 'full' },
      both('referralReversed', { orderId, extent: 'full' }),
    );
    when(qualified, { kind: 'orderRefunded', order: { ...order, netMinor: 100 } }, released).then(
      { status: 'reversed', orderId, extent: 'part' },
      both('referralReversed', { orderId, extent: 'part' }),
    );
    when(qualified, { kind: 'orderRefunded', order: { ...order, netMinor: 4_000 } }, released).thenNothing();
  });

  it('closes when refunds no longer count', () => {
    when(qualified, { kind: 'clawbackElapsed' }, plus(released, 60 * dayMs - 1)).thenNothing();
    when(qualified, { kind: 'clawbackElapsed' }, plus(released, 60 * dayMs)).then({ status: 'closed', orderId }, []);
  });
});

it.each<ReferralStanding>([
  { status: 'closed', orderId },
  { status: 'rejected', reason: 'below_minimum' },
  { status: 'expired' },
  { status: 'reversed', orderId, extent: 'full' },
])('a referral that is $status stays so', (final) => {
  const inputs: ReferralInput[] = [
    { kind: 'friendOrderPaid', order },
    holdElapsed,
    { kind: 'orderCancelled', orderId },
    { kind: 'claimExpired' },
  ];
  for (const input of inputs) when(standing(final), input, plus(released, 365 * dayMs)).thenNothing();
});

function standing(value: ReferralStanding): Referral {
  return { ...claimed, standing: value };
}

function both(kind: string, data: object) {
  return ['advocate', 'friend'].map((role) => ({ kind, data: { referralId, role, ...data } }));
}

function when(referral: Referral, input: ReferralInput, now: Instant) {
  const decision = decideReferral(referral, input, now);
  return {
    then(expected: ReferralStanding, events: readonly object[]) {
      expect(decision.referral.standing).toEqual(expected);
      expect(decision.events).toEqual(events);
    },
    thenNothing() {
      expect(decision.referral).toBe(referral);
      expect(decision.events).toEqual([]);
    },
  };
}
