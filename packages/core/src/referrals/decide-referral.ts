import { assertNever } from '../shared/assert-never.ts';
import type { OrderId } from '../shared/ids.ts';
import { dayMs, type Instant, minuteMs, plus } from '../shared/instant.ts';
import type { ReferralEvent, ReferralRole } from './referral-event.ts';
import { assessOrder, needsReview } from './referral-risk.ts';
import type { FriendOrder, Referral, ReferralInput, ReferralRejection, ReferralStanding } from './referral.ts';

/** The referral after an input, and what to tell. The same referral and no events mean: nothing changed. */
export interface ReferralDecision {
  readonly referral: Referral;
  readonly events: readonly ReferralEvent[];
}

const clockToleranceMs = 10 * minuteMs;

type Standing<Status extends ReferralStanding['status']> = Extract<ReferralStanding, { readonly status: Status }>;

/**
 * Decides what becomes of a referral. Total: an input that does not concern the referral, comes twice or too late leaves
 * it as it is, so events may be repeated and reordered.
 *
 * @param now decides nothing but the start of the claw-back time; whether a hold is over is checked against it, too.
 * @example
 * ```ts
 * const { referral, events } = decideReferral(claimed, { kind: 'friendOrderPaid', order }, now);
 * referral.standing.status; // 'held'
 * ```
 */
export function decideReferral(referral: Referral, input: ReferralInput, now: Instant): ReferralDecision {
  const { standing } = referral;
  switch (standing.status) {
    case 'claimed':
      return decideClaimed(referral, standing, input, now);
    case 'held':
      return decideHeld(referral, standing, input, now);
    case 'qualified':
      return decideQualified(referral, standing, input, now);
    case 'closed':
    case 'rejected':
    case 'expired':
    case 'reversed':
      return unchanged(referral);
    default:
      return assertNever(standing);
  }
}

function decideClaimed(
  referral: Referral,
  standing: Standing<'claimed'>,
  input: ReferralInput,
  now: Instant,
): ReferralDecision {
  if (input.kind === 'claimExpired') {
    return now < standing.expiresAt ? unchanged(referral) : expire(referral);
  }
  if (input.kind === 'reviewRefused') return reject(referral, 'refused_by_review');
  if (input.kind !== 'friendOrderPaid' || input.order.isRenewal) return unchanged(referral);
  const { order } = input;
  // An older purchase can become known after the claim: the friend was a customer already.
  if (order.isPurchase && isBeforeClaim(referral, order.paidAt)) return reject(referral, 'existing_customer');
  if (order.paidAt >= standing.expiresAt || !isWorthEnough(referral, order)) return unchanged(referral);
  const risk = assessOrder(referral.risk, {
    claimToOrderMs: order.paidAt - referral.claimedAt,
    netMinor: order.netMinor,
    minimumOrderMinor: referral.rules.minimumOrderMinor,
  });
  const holdUntil = plus(order.paidAt, referral.rules.holdDays * dayMs);
  const held: Standing<'held'> = {
    status: 'held',
    orderId: order.orderId,
    paidAt: order.paidAt,
    holdUntil,
    review: needsReview(risk) ? 'waiting' : 'not_needed',
  };
  const { referralId } = referral;
  return change(
    { ...referral, risk },
    held,
    tellBoth((role) => ({ kind: 'referralHeld', data: { referralId, role, orderId: order.orderId, holdUntil } })),
  );
}

function decideHeld(
  referral: Referral,
  standing: Standing<'held'>,
  input: ReferralInput,
  now: Instant,
): ReferralDecision {
  switch (input.kind) {
    case 'orderCancelled':
      return input.orderId === standing.orderId ? reverse(referral, standing.orderId, 'full') : unchanged(referral);
    case 'orderRefunded':
      return input.order.orderId === standing.orderId
        ? checkOrder(referral, standing.orderId, input.order)
        : unchanged(referral);
    case 'reviewApproved':
      return standing.review === 'waiting'
        ? change(referral, { ...standing, review: 'approved' }, [])
        : unchanged(referral);
    case 'reviewRefused':
      return reject(referral, 'refused_by_review');
    case 'holdElapsed':
      if (now < standing.holdUntil || standing.review === 'waiting') return unchanged(referral);
      return release(referral, standing, input, now);
    default:
      return unchanged(referral);
  }
}

/** A hold is over: the order as it stands now, not as it stood when it was paid, says who is rewarded. */
function release(
  referral: Referral,
  { orderId }: Standing<'held'>,
  facts: Extract<ReferralInput, { readonly kind: 'holdElapsed' }>,
  now: Instant,
): ReferralDecision {
  if (facts.order === null) return reverse(referral, orderId, 'full');
  const checked = checkOrder(referral, orderId, facts.order);
  if (checked.referral !== referral) return checked;
  const { rules, referralId } = referral;
  if (facts.friendFirstPurchaseAt !== null && isBeforeClaim(referral, facts.friendFirstPurchaseAt))
    return reject(referral, 'existing_customer');
  const isCapped = rules.advocateReward !== null && facts.advocateRewardCount >= rules.advocateCap.rewards;
  return change(referral, { status: 'qualified', orderId, clawbackUntil: plus(now, rules.clawbackDays * dayMs) }, [
    {
      kind: 'referralQualified',
      data: {
        referralId,
        role: 'advocate',
        orderId,
        reward: isCapped ? null : rules.advocateReward,
        withheld: isCapped ? 'advocate_cap' : null,
      },
    },
    {
      kind: 'referralQualified',
      data: { referralId, role: 'friend', orderId, reward: rules.friendReward, withheld: null },
    },
  ]);
}

function decideQualified(
  referral: Referral,
  standing: Standing<'qualified'>,
  input: ReferralInput,
  now: Instant,
): ReferralDecision {
  switch (input.kind) {
    case 'orderCancelled':
      return input.orderId === standing.orderId ? reverse(referral, standing.orderId, 'full') : unchanged(referral);
    case 'orderRefunded':
      if (input.order.orderId !== standing.orderId || isWorthEnough(referral, input.order)) return unchanged(referral);
      return reverse(referral, standing.orderId, input.order.isPurchase ? 'part' : 'full');
    case 'clawbackElapsed':
      if (now < standing.clawbackUntil) return unchanged(referral);
      return change(referral, { status: 'closed', orderId: standing.orderId }, []);
    default:
      return unchanged(referral);
  }
}

/** The referral itself when the held order still deserves the rewards, else its end. */
function checkOrder(referral: Referral, orderId: OrderId, order: FriendOrder): ReferralDecision {
  if (!order.isPurchase) return reverse(referral, orderId, 'full');
  return isWorthEnough(referral, order) ? unchanged(referral) : reject(referral, 'below_minimum');
}

/** The claim bears our clock and the order the shop's; theirs may be a little behind. */
function isBeforeClaim({ claimedAt }: Referral, purchasedAt: Instant): boolean {
  return purchasedAt < claimedAt - clockToleranceMs;
}

function isWorthEnough({ rules }: Referral, order: FriendOrder): boolean {
  return (
    order.isPurchase &&
    order.currency === rules.currency &&
    order.netMinor > 0 &&
    order.netMinor >= rules.minimumOrderMinor
  );
}

function expire(referral: Referral): ReferralDecision {
  const { referralId } = referral;
  return change(
    referral,
    { status: 'expired' },
    tellBoth((role) => ({ kind: 'referralExpired', data: { referralId, role } })),
  );
}

function reject(referral: Referral, reason: ReferralRejection): ReferralDecision {
  const { referralId } = referral;
  return change(
    referral,
    { status: 'rejected', reason },
    tellBoth((role) => ({ kind: 'referralRejected', data: { referralId, role, reason } })),
  );
}

function reverse(referral: Referral, orderId: OrderId, extent: 'full' | 'part'): ReferralDecision {
  const { referralId } = referral;
  return change(
    referral,
    { status: 'reversed', orderId, extent },
    tellBoth((role) => ({ kind: 'referralReversed', data: { referralId, role, orderId, extent } })),
  );
}

function tellBoth(tell: (role: ReferralRole) => ReferralEvent): readonly ReferralEvent[] {
  return [tell('advocate'), tell('friend')];
}

function change(referral: Referral, standing: ReferralStanding, events: readonly ReferralEvent[]): ReferralDecision {
  return { referral: { ...referral, standing }, events };
}

function unchanged(referral: Referral): ReferralDecision {
  return { referral, events: [] };
}
