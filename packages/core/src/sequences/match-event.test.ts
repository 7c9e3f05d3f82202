import { describe, expect, test } from 'vitest';
import type { OrderFacts } from '../commerce/commerce-event.ts';
import type { CustomerId, EnrollmentId, OrderId, SequenceId } from '../shared/ids.ts';
import { dayMs, hourMs, plus, toInstant } from '../shared/instant.ts';
import type { Trigger } from './definition.ts';
import type { EnrollmentState } from './enrollment.ts';
import { findExitReason } from './match-exit.ts';
import { matchTrigger, type SequenceEvent } from './match-trigger.ts';

const now = toInstant(Date.parse('2026-11-22T12:00:00Z'));
const order: OrderFacts = {
  orderId: 'o1' as OrderId,
  externalId: '71',
  number: '71',
  status: 'paid',
  currency: 'EUR',
  grandMinor: 2_500,
  refundedMinor: 0,
  couponCodes: [],
  productExternalIds: ['17'],
  categories: ['Tea'],
  purchaseNumber: 2,
  isRenewal: false,
  isHistory: false,
};
const paid: SequenceEvent = { kind: 'orderPaid', at: now, data: order };
const entered = {
  kind: 'segmentEntered',
  at: now,
  data: { segmentKey: 'loyal', cause: 'customerChanged' },
} as const satisfies SequenceEvent;

function outcome(trigger: Trigger, event: SequenceEvent, segmentKeys: readonly string[] = []): string {
  const match = matchTrigger({ trigger, reentry: 'oncePerOrder' }, event, { now, segmentKeys: new Set(segmentKeys) });
  return match.matches ? match.entryKey : match.reason;
}

describe('a trigger', () => {
  test.for<[Trigger, SequenceEvent, string]>([
    [{ event: 'orderPaid' }, paid, 'order:o1'],
    [{ event: 'orderFulfilled' }, paid, 'other_event'],
    [{ event: 'orderPaid' }, { ...paid, at: plus(now, -30 * dayMs) }, 'order:o1'],
    [{ event: 'orderPaid' }, { ...paid, at: plus(now, -30 * dayMs - 1) }, 'too_old'],
    [{ event: 'orderPaid', freshForMs: 48 * hourMs }, { ...paid, at: plus(now, -48 * hourMs) }, 'order:o1'],
    [{ event: 'orderPaid', freshForMs: 48 * hourMs }, { ...paid, at: plus(now, -48 * hourMs - 1) }, 'too_old'],
    [{ event: 'orderPaid' }, { ...paid, data: { ...order, isHistory: true } }, 'history'],
    [{ event: 'orderPaid' }, { ...paid, data: { ...order, isRenewal: true } }, 'renewal'],
    [{ event: 'orderPaid' }, { ...paid, data: { ...order, purchaseNumber: 0 } }, 'no_purchase'],
    [{ event: 'orderPaid', when: { purchaseNumber: { atLeast: 2 } } }, paid, 'order:o1'],
    [{ event: 'orderPaid', when: { purchaseNumber: { atMost: 1 } } }, paid, 'purchase_number'],
    [{ event: 'orderPaid', when: { categories: ['tea'] } }, paid, 'order:o1'],
    [{ event: 'orderPaid', when: { categories: ['coffee'] } }, paid, 'category'],
    [{ event: 'orderPaid', when: { productExternalIds: ['18'] } }, paid, 'product'],
    [{ event: 'orderPaid', when: { segmentKey: 'loyal' } }, paid, 'segment'],
    [{ event: 'segmentEntered', when: { segmentKey: 'loyal' } }, entered, 'customer'],
    [{ event: 'segmentEntered', when: { segmentKey: 'vip' } }, entered, 'segment'],
    [
      { event: 'segmentEntered', when: { segmentKey: 'loyal' } },
      { ...entered, data: { ...entered.data, cause: 'ruleChanged' } },
      'rule_changed',
    ],
    [
      { event: 'segmentEntered', when: { segmentKey: 'loyal' } },
      { ...entered, data: { ...entered.data, cause: 'modelChanged' } },
      'model_changed',
    ],
    [
      { event: 'segmentEntered', when: { segmentKey: 'loyal' } },
      { ...entered, data: { ...entered.data, isHistory: true } },
      'history',
    ],
    [
      { event: 'segmentEntered', when: { segmentKey: 'loyal' } },
      { ...entered, data: { ...entered.data, cause: 'timePassed' } },
      'customer',
    ],
  ])('%j answers to %j with %s', ([trigger, event, expected]) => {
    expect(outcome(trigger, event)).toBe(expected);
  });

  test('may ask for a segment the customer is in at that moment', () => {
    expect(outcome({ event: 'orderPaid', when: { segmentKey: 'loyal' } }, paid, ['loyal'])).toBe('order:o1');
  });
});

describe('an enrollment that is under way', () => {
  const state = {
    enrollmentId: 'e' as EnrollmentId,
    sequenceId: 's' as SequenceId,
    customerId: 'c' as CustomerId,
    orderId: 'o1' as OrderId,
    triggeredAt: now,
  } as EnrollmentState;
  const another = { ...order, orderId: 'o2' as OrderId };
  const later = plus(now, dayMs);
  const all = { trigger: { event: 'orderPaid' }, exitOn: ['orderRefunded', 'orderCancelled', 'orderedAgain'] } as const;

  test.for<[string, SequenceEvent, string | null]>([
    ['a refund of its order', { kind: 'orderRefunded', at: later, data: order }, 'order_refunded'],
    ['a refund of another order', { kind: 'orderRefunded', at: later, data: another }, null],
    ['the cancellation of its order', { kind: 'orderCancelled', at: later, data: order }, 'order_cancelled'],
    ['a new order', { kind: 'orderPaid', at: later, data: another }, 'ordered_again'],
    ['its own order, told again', { kind: 'orderPaid', at: later, data: order }, null],
    ['an older order that becomes known late', { kind: 'orderPaid', at: plus(now, -dayMs), data: another }, null],
    ['a renewal', { kind: 'orderPaid', at: later, data: { ...another, isRenewal: true } }, null],
    ['erasure', { kind: 'customerErased', at: later }, 'customer_erased'],
  ])('answers to %s', ([, event, reason]) => {
    expect(findExitReason({ ...all, exitOn: [...all.exitOn] }, state, event)).toBe(reason);
  });

  test.for<['great' | 'question' | 'problem', string, string | null]>([
    ['problem', 'e', 'reported_problem'],
    ['question', 'e', 'asked_question'],
    ['great', 'e', null],
    ['problem', 'of another run', null],
  ])('answers to "%s", told to %s, with %s', ([answer, asking, reason]) => {
    const event: SequenceEvent = {
      kind: 'checkInAnswered',
      at: later,
      data: { answer, enrollmentId: asking as EnrollmentId },
    };
    expect(findExitReason({ ...all, exitOn: ['askedQuestion', 'reportedProblem'] }, state, event)).toBe(reason);
    expect(findExitReason({ ...all, exitOn: [] }, state, event)).toBeNull();
  });

  test('stays when the sequence does not name the event', () => {
    expect(findExitReason({ ...all, exitOn: [] }, state, { kind: 'orderRefunded', at: later, data: order })).toBeNull();
  });

  test('that a segment began ends when the customer leaves that segment', () => {
    const ofSegment = {
      trigger: { event: 'segmentEntered', when: { segmentKey: 'loyal' } },
      exitOn: ['segmentLeft'],
    } as const;
    const left = { ...entered, kind: 'segmentLeft' } as SequenceEvent;
    expect(findExitReason({ ...ofSegment, exitOn: ['segmentLeft'] }, { ...state, orderId: null }, left)).toBe(
      'segment_left',
    );
  });
});
