import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CurrencyCode } from '../shared/currency.ts';
import type { OrderId, ReferralId } from '../shared/ids.ts';
import { dayMs, type Instant, plus, toInstant } from '../shared/instant.ts';
import { decideReferral } from './decide-referral.ts';
import type { ReferralEvent } from './referral-event.ts';
import { noRisk } from './referral-risk.ts';
import { defaultReferralRules } from './referral-rules.ts';
import type { FriendOrder, Referral, ReferralInput } from './referral.ts';

const start = toInstant(1_790_000_000_000);
const orderIds = ['first', 'second'] as OrderId[];

/** What happens, in any order and any number of times, and how many days pass before it does. */
type Happening = {
  readonly what: 'paid' | 'refundedPart' | 'refundedFull' | 'cancelled' | 'due' | 'approved';
  readonly orderIndex: number;
  readonly days: number;
};

const happenings = fc.array(
  fc.record<Happening>({
    what: fc.constantFrom('paid', 'refundedPart', 'refundedFull', 'cancelled', 'due', 'due', 'approved'),
    orderIndex: fc.nat({ max: 1 }),
    days: fc.nat({ max: 20 }),
  }),
  { maxLength: 25 },
);

interface Step {
  readonly before: Referral;
  readonly after: Referral;
  readonly events: readonly ReferralEvent[];
  readonly deadOrders: ReadonlySet<OrderId>;
  readonly now: Instant;
}

/** Plays the happenings against a store that knows the truth about its orders; events may tell an older state. */
function play(script: readonly Happening[]): Step[] {
  let now: Instant = start;
  let referral: Referral = {
    referralId: 'referral' as ReferralId,
    rules: defaultReferralRules('EUR' as CurrencyCode),
    claimedAt: start,
    risk: noRisk,
    standing: { status: 'claimed', expiresAt: plus(start, 60 * dayMs) },
  };
  const deadOrders = new Set<OrderId>();
  return script.map(({ what, orderIndex, days }) => {
    now = plus(now, days * dayMs);
    const orderId = orderIds[orderIndex] ?? ('first' as OrderId);
    if (what === 'refundedFull' || what === 'cancelled') deadOrders.add(orderId);
    const before = referral;
    const decision = decideReferral(referral, toInput(what, orderId, referral, deadOrders, now), now);
    referral = decision.referral;
    return { before, after: referral, events: decision.events, deadOrders: new Set(deadOrders), now };
  });
}

function toInput(
  what: Happening['what'],
  orderId: OrderId,
  referral: Referral,
  dead: ReadonlySet<OrderId>,
  now: Instant,
): ReferralInput {
  const paid: FriendOrder = {
    orderId,
    paidAt: now,
    currency: 'EUR' as CurrencyCode,
    netMinor: 100,
    isPurchase: true,
    isRenewal: false,
  };
  switch (what) {
    case 'paid':
      return { kind: 'friendOrderPaid', order: paid };
    case 'refundedPart':
      return { kind: 'orderRefunded', order: { ...paid, netMinor: 50 } };
    case 'refundedFull':
      return { kind: 'orderRefunded', order: { ...paid, netMinor: 0, isPurchase: false } };
    case 'cancelled':
      return { kind: 'orderCancelled', orderId };
    case 'approved':
      return { kind: 'reviewApproved' };
    case 'due': {
      if (referral.standing.status === 'qualified') return { kind: 'clawbackElapsed' };
      if (referral.standing.status !== 'held') return { kind: 'claimExpired' };
      const heldOrder = referral.standing.orderId;
      const order = { ...paid, orderId: heldOrder, paidAt: referral.standing.paidAt };
      const isDead = dead.has(heldOrder);
      return {
        kind: 'holdElapsed',
        order: isDead ? { ...order, isPurchase: false, netMinor: 0 } : order,
        friendFirstPurchaseAt: null,
        advocateRewardCount: 0,
      };
    }
  }
}

const rewarding = (events: readonly ReferralEvent[]) =>
  events.flatMap((event) =>
    event.kind === 'referralQualified' && event.data.reward !== null ? [event.data.role] : [],
  );

it('gives at most one reward per side, in whatever order and however often things happen', () => {
  fc.assert(
    fc.property(happenings, (script) => {
      const roles = play(script).flatMap((step) => rewarding(step.events));
      expect(new Set(roles).size).toBe(roles.length);
    }),
    { numRuns: 500 },
  );
});

it('never rewards an order that was refunded in full or cancelled before', () => {
  fc.assert(
    fc.property(happenings, (script) => {
      for (const { events, deadOrders } of play(script)) {
        for (const event of events)
          if (event.kind === 'referralQualified') expect(deadOrders.has(event.data.orderId)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});

it('never shortens or restarts a hold', () => {
  fc.assert(
    fc.property(happenings, (script) => {
      for (const { before, after } of play(script)) {
        if (before.standing.status !== 'held' || after.standing.status !== 'held') continue;
        expect(after.standing.holdUntil).toBe(before.standing.holdUntil);
        expect(after.standing.orderId).toBe(before.standing.orderId);
      }
    }),
    { numRuns: 500 },
  );
});

it('never rewards before the hold is over', () => {
  fc.assert(
    fc.property(happenings, (script) => {
      for (const { before, after, now } of play(script)) {
        if (before.standing.status === 'held' && after.standing.status === 'qualified')
          expect(now).toBeGreaterThanOrEqual(before.standing.holdUntil);
      }
    }),
    { numRuns: 500 },
  );
});

it('tells the advocate and the friend of every change, each once', () => {
  fc.assert(
    fc.property(happenings, (script) => {
      for (const { events } of play(script))
        expect(events.map((event) => event.data.role)).toEqual(events.length === 0 ? [] : ['advocate', 'friend']);
    }),
  );
});
