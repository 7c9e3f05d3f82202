import { describe, expect, test } from 'vitest';
import { hourMs, plus } from '@regulars/core/shared';
import { october } from '../../../test-support/an-order.ts';
import { explainEffect, explainEvent } from './explain.ts';
import { toWhy } from './reasons.ts';

const amsterdam = { timeZone: 'Europe/Amsterdam' };
const order = {
  number: '1001',
  currency: 'EUR',
  grandMinor: 1990,
  refundedMinor: 500,
  purchaseNumber: 1,
  isRenewal: false,
};

describe('an event', () => {
  test.each([
    ['orderPaid', order, 'Paid order 1001, €19.90, their first purchase.'],
    [
      'messageBounced',
      { templateKey: 'thanks', isPermanent: true, bounceKind: 'noSuchMailbox' },
      'The mail “thanks” bounced: the address does not exist; nothing is sent there any more.',
    ],
    [
      'messageBounced',
      { templateKey: 'thanks', isPermanent: false, bounceKind: 'mailboxFull' },
      'The mail “thanks” bounced: the mailbox is full.',
    ],
    [
      'messageExpired',
      { templateKey: 'thanks', bounceKind: 'greylisted' },
      'The mail “thanks” could not be delivered in time and was given up: the receiver wants it to be sent again later.',
    ],
    ['orderPaid', { ...order, isRenewal: true }, 'Paid order 1001, €19.90, a renewal.'],
    ['orderRefunded', order, 'Order 1001 was refunded; €5.00 given back so far.'],
    [
      'stepTaken',
      { sequenceKey: 'thanks', outcome: { kind: 'wait', dueAt: plus(october, hourMs) } },
      'In “thanks”, waits until 1 Oct 2026, 15:00.',
    ],
    [
      'stepTaken',
      { sequenceKey: 'thanks', outcome: { kind: 'branch', segmentKey: 'loyal', isMember: false } },
      'In “thanks”, is not in the segment “loyal”, and went on accordingly.',
    ],
    ['messageOpened', { templateKey: 'hello', isMachine: true }, 'A machine opened the mail “hello”.'],
    ['consentChanged', { state: 'not_asked', source: null }, 'Their consent to marketing is now: not asked.'],
    [
      'referralHeld',
      { role: 'friend', holdUntil: october },
      "As the friend: the friend's order is paid; the rewards are held until 1 Oct 2026, 14:00.",
    ],
  ])('%s is told in one plain sentence', (kind, data, sentence) => {
    expect(explainEvent({ kind, data }, amsterdam)).toBe(sentence);
  });

  test('of a cart counts what was in it', () => {
    const left = (itemCount: number) => explainEvent({ kind: 'cartAbandoned', data: { itemCount } }, amsterdam);
    expect([left(1), left(3)]).toEqual(['Left a cart with one thing in it.', 'Left a cart with 3 things in it.']);
  });

  test('of a kind we have no words for is named', () => {
    expect(explainEvent({ kind: 'parcelWeighed', data: {} }, amsterdam)).toBe('Parcel weighed.');
  });
});

test('what is to come is told with when it is due', () => {
  const mail = { kind: 'mail', at: october, data: { templateKey: 'hello' } };
  expect(explainEffect({ ...mail, state: 'planned' }, amsterdam)).toBe('The mail “hello” is due 1 Oct 2026, 14:00.');
  expect(explainEffect({ ...mail, state: 'cancelled' }, amsterdam)).toBe('The mail “hello” was called off.');
});

test('a reason is a sentence, and one we do not know is shown as it is', () => {
  expect(toWhy('quiet_hours')).toContain('night');
  expect(toWhy('moon_phase')).toBe('Reason: moon_phase.');
  expect(toWhy(null)).toBeNull();
});
