import { describe, expect, test } from 'vitest';
import type { CartId, CustomerId, EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';
import { dayMs, hourMs, plus, toInstant } from '../shared/instant.ts';
import { decide } from './decide.ts';
import type { DecisionContext } from './decision.ts';
import type { Trigger } from './definition.ts';
import type { EnrollmentState } from './enrollment.ts';
import { findExitReason } from './match-exit.ts';
import { matchTrigger, type CartOccasion, type SequenceEvent } from './match-trigger.ts';
import { parseSequenceDefinition } from './parse-definition.ts';
import { cartReminder } from './playbook/cart-reminder.ts';

const now = toInstant(Date.UTC(2026, 10, 20, 12));
const cartId = 'cart-1' as CartId;
const left: CartOccasion = { cartId, productExternalIds: ['18'], previousAbandonedAt: null };
const abandoned = (data: Partial<CartOccasion> = {}, at = now): SequenceEvent => ({
  kind: 'cartAbandoned',
  at,
  data: { ...left, ...data },
});

describe('a cart that was left', () => {
  const outcome = (trigger: Trigger, event: SequenceEvent, segmentKeys: readonly string[] = []) => {
    const match = matchTrigger({ trigger, reentry: 'oncePerCart' }, event, { now, segmentKeys: new Set(segmentKeys) });
    return match.matches ? match.entryKey : match.reason;
  };

  test.for<[string, Trigger, SequenceEvent, string]>([
    ['begins once per cart', { event: 'cartAbandoned' }, abandoned(), 'cart:cart-1'],
    ['begins nothing else', { event: 'orderPaid' }, abandoned(), 'other_event'],
    ['is fresh for two days', { event: 'cartAbandoned' }, abandoned({}, plus(now, -2 * dayMs)), 'cart:cart-1'],
    ['and not longer', { event: 'cartAbandoned' }, abandoned({}, plus(now, -2 * dayMs - 1)), 'too_old'],
    ['or as is said', { event: 'cartAbandoned', freshForMs: hourMs }, abandoned({}, plus(now, -hourMs - 1)), 'too_old'],
    [
      'rests after another one',
      { event: 'cartAbandoned', pauseMs: 7 * dayMs },
      abandoned({ previousAbandonedAt: plus(now, -7 * dayMs + 1) }),
      'cart_pause',
    ],
    [
      'until the pause is over',
      { event: 'cartAbandoned', pauseMs: 7 * dayMs },
      abandoned({ previousAbandonedAt: plus(now, -7 * dayMs) }),
      'cart:cart-1',
    ],
    ['holds the product', { event: 'cartAbandoned', when: { productExternalIds: ['18'] } }, abandoned(), 'cart:cart-1'],
    ['or does not', { event: 'cartAbandoned', when: { productExternalIds: ['19'] } }, abandoned(), 'product'],
    ['asks for a segment', { event: 'cartAbandoned', when: { segmentKey: 'loyal' } }, abandoned(), 'segment'],
  ])('%s', ([, trigger, event, expected]) => {
    expect(outcome(trigger, event)).toBe(expected);
  });

  test('can only be entered once per cart, and nothing else can', () => {
    const context = { templateKeys: new Set(['cart-reminder', 'cart-question']), segmentKeys: new Set<string>() };
    const wrong = [
      { ...cartReminder, reentry: 'oncePerCustomer' },
      { ...cartReminder, trigger: { event: 'orderPaid' } },
    ];
    for (const definition of wrong) {
      expect(parseSequenceDefinition(definition, context)).toMatchObject({
        failure: [{ code: 'sequence.reentry_impossible', path: '/reentry' }],
      });
    }
  });
});

describe('the cart reminder', () => {
  const context: DecisionContext = {
    definition: cartReminder,
    now,
    timeZone: 'UTC',
    segmentKeys: new Set(),
    sequenceStatus: 'live',
    hasOpenCase: false,
  };
  const identity = {
    enrollmentId: 'e' as EnrollmentId,
    sequenceId: 's' as SequenceId,
    version: 1,
    customerId: 'c' as CustomerId,
    entryKey: `cart:${cartId}`,
    orderId: null,
    cartId,
    triggeredAt: now,
  };
  const begun = decide(null, { kind: 'enroll', identity }, context);
  const state = begun.ok ? begun.value.state : ({} as EnrollmentState);

  test('plans a mail about that cart once the customer had time to come back', () => {
    expect(state.dueAt).toBe(plus(now, 3 * hourMs));
    const moved = decide(state, { kind: 'timerDue' }, { ...context, now: plus(now, 3 * hourMs) });
    expect(moved.ok && moved.value.effects).toMatchObject([
      { kind: 'mail', payload: { templateKey: 'cart-reminder', purpose: 'marketing', orderId: null, cartId } },
    ]);
  });

  const order = {
    orderId: 'o' as OrderId,
    productExternalIds: [],
    categories: [],
    purchaseNumber: 1,
    isRenewal: false,
    isHistory: false,
  };
  test.for<[string, SequenceEvent, string | null]>([
    ['its cart is bought', { kind: 'cartRecovered', at: now, data: { cartId } }, 'cart_recovered'],
    ['its cart is thrown away', { kind: 'cartDiscarded', at: now, data: { cartId } }, 'cart_discarded'],
    ['another cart is bought', { kind: 'cartRecovered', at: now, data: { cartId: 'other' as CartId } }, null],
    ['anything is bought', { kind: 'orderPaid', at: plus(now, 1), data: order }, 'ordered_again'],
  ])('when %s', ([, event, reason]) => {
    expect(findExitReason(cartReminder, state, event)).toBe(reason);
  });

  test('ends with its cart even where the sequence names no exit', () => {
    const event: SequenceEvent = { kind: 'cartRecovered', at: now, data: { cartId } };
    expect(findExitReason({ ...cartReminder, exitOn: [] }, state, event)).toBe('cart_recovered');
  });
});
