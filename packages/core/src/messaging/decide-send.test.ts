import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, parseInstant, plus, toInstant, type Instant } from '../shared/instant.ts';
import { decideSend, defaultSendPolicy, type SendFacts } from './decide-send.ts';
import { scopeOfSuppression, type SuppressionReason } from './suppression.ts';

const noon = parseInstant('2026-11-22T12:00:00Z') ?? toInstant(0);
const buyer: SendFacts = {
  hasAddress: true,
  isErased: false,
  suppressions: [],
  consent: null,
  lastPurchaseAt: plus(noon, -dayMs),
  timeZone: 'Europe/Amsterdam',
  marketingSentAt: [],
  sequence: 'running',
  isStorePaused: false,
  hasOpenCase: false,
};
const consent = (state: 'subscribed' | 'unsubscribed' | 'pending' | 'not_asked') => ({ state, at: noon, source: null });
const suppressed = (reason: SuppressionReason) => [{ reason, scope: scopeOfSuppression(reason) }];
const decide = (purpose: 'marketing' | 'transactional', facts: Partial<SendFacts>, dueAt: Instant = noon) =>
  decideSend({ purpose, dueAt }, { ...buyer, ...facts }, noon);

describe('the send gate', () => {
  it('lets a buyer who was never asked hear of similar products, and says on what ground', () => {
    expect(decide('marketing', {})).toEqual({ kind: 'send', basis: 'implied' });
    expect(decide('marketing', { consent: consent('not_asked') })).toEqual({ kind: 'send', basis: 'implied' });
    expect(decide('marketing', { consent: consent('subscribed'), lastPurchaseAt: null })).toEqual({
      kind: 'send',
      basis: 'express',
    });
    expect(decide('transactional', { lastPurchaseAt: null })).toEqual({ kind: 'send', basis: 'transactional' });
  });

  it.each([
    ['nobody is written to after erasure', 'transactional', { isErased: true }, 'erased'],
    ['nobody is written to without an address', 'transactional', { hasAddress: false }, 'no_address'],
    [
      'a suppression wins over express consent',
      'marketing',
      { consent: consent('subscribed'), suppressions: suppressed('unsubscribed') },
      'unsubscribed',
    ],
    [
      'a dead address gets no transactional mail either',
      'transactional',
      { suppressions: suppressed('hard_bounce') },
      'hard_bounce',
    ],
    [
      'a complaint stops transactional mail too',
      'transactional',
      { suppressions: suppressed('complaint') },
      'complaint',
    ],
    [
      'the gravest suppression is the one named',
      'marketing',
      { suppressions: [...suppressed('unsubscribed'), ...suppressed('complaint')] },
      'complaint',
    ],
    [
      'consent withdrawn at the shop is an unsubscribe',
      'marketing',
      { consent: consent('unsubscribed') },
      'unsubscribed',
    ],
    [
      'an unanswered double opt-in is no consent, even after a purchase',
      'marketing',
      { consent: consent('pending') },
      'no_consent',
    ],
    ['who never bought nor said yes has given no consent', 'marketing', { lastPurchaseAt: null }, 'no_consent'],
    [
      'implied consent ends two years after the purchase',
      'marketing',
      { lastPurchaseAt: plus(noon, -730 * dayMs) },
      'no_consent',
    ],
    ['an ended sequence sends nothing more', 'transactional', { sequence: 'ended' }, 'sequence_ended'],
    ['one marketing message in 16 hours', 'marketing', { marketingSentAt: [plus(noon, -15 * hourMs)] }, 'cap'],
    [
      'three marketing messages in a week',
      'marketing',
      { marketingSentAt: [1, 3, 6].map((days) => plus(noon, -days * dayMs)) },
      'cap',
    ],
  ] as const)('%s', (_rule, purpose, facts, reason) => {
    expect(decide(purpose, facts)).toMatchObject({ kind: 'skip', reason });
  });

  it('lets a transactional mail pass an unsubscribe, the cap and the quiet hours', () => {
    const facts = { suppressions: suppressed('unsubscribed'), marketingSentAt: [noon], timeZone: 'Pacific/Auckland' };
    expect(decide('transactional', facts).kind).toBe('send');
  });

  it('counts the cap by spans that roll', () => {
    expect(decide('marketing', { marketingSentAt: [plus(noon, -16 * hourMs)] }).kind).toBe('send');
    expect(decide('marketing', { marketingSentAt: [-2, -5, -7].map((days) => plus(noon, days * dayMs)) }).kind).toBe(
      'send',
    );
  });

  it('says which cap was reached, and when it next lets one pass', () => {
    const caps = (...agoMs: readonly number[]) =>
      decide('marketing', { marketingSentAt: agoMs.map((ms) => plus(noon, -ms)) });
    expect(caps(15 * hourMs)).toEqual({
      kind: 'skip',
      reason: 'cap',
      cap: { messages: 1, withinMs: 16 * hourMs, freeAt: plus(noon, hourMs) },
    });
    // Four in a week: one more may go when the third newest, of five days ago, is a week old.
    expect(caps(2 * dayMs, 3 * dayMs, 5 * dayMs, 6 * dayMs)).toMatchObject({
      cap: { messages: 3, withinMs: 7 * dayMs, freeAt: plus(noon, 2 * dayMs) },
    });
    // Both: the one that holds longer.
    expect(caps(hourMs, 2 * dayMs, 3 * dayMs)).toMatchObject({ cap: { messages: 3, freeAt: plus(noon, 4 * dayMs) } });
  });

  it('skips what comes more than a day late, and only that', () => {
    expect(decide('marketing', {}, plus(noon, -24 * hourMs)).kind).toBe('send');
    expect(decide('marketing', {}, plus(noon, -24 * hourMs - 1))).toEqual({ kind: 'skip', reason: 'stale' });
    const patient = { ...defaultSendPolicy, staleAfterMs: null };
    expect(decideSend({ purpose: 'marketing', dueAt: toInstant(0) }, buyer, noon, patient).kind).toBe('send');
  });

  it('sends what concerns an order or a reward however late, unless a sequence meant it for that day', () => {
    const longAgo = plus(noon, -5 * dayMs);
    expect(decide('transactional', { sequence: 'none' }, longAgo).kind).toBe('send');
    expect(decide('transactional', { sequence: 'running' }, longAgo)).toEqual({ kind: 'skip', reason: 'stale' });
    expect(decide('marketing', { sequence: 'none' }, longAgo)).toEqual({ kind: 'skip', reason: 'stale' });
  });

  it('postpones into the morning, does not drop, what falls into quiet hours', () => {
    expect(decide('marketing', { timeZone: 'Pacific/Auckland' })).toEqual({
      kind: 'defer',
      reason: 'quiet_hours',
      until: parseInstant('2026-11-22T19:00:00Z'),
    });
  });

  it('waits while the store or the sequence is paused', () => {
    expect(decide('transactional', { isStorePaused: true })).toMatchObject({ kind: 'defer', reason: 'store_paused' });
    expect(decide('marketing', { sequence: 'paused' })).toMatchObject({ kind: 'defer', reason: 'sequence_paused' });
  });

  it('sends no marketing to whoever waits for an answer from a person, and what concerns an order all the same', () => {
    expect(decide('marketing', { hasOpenCase: true })).toMatchObject({ kind: 'defer', reason: 'case_open' });
    expect(decide('transactional', { hasOpenCase: true }).kind).toBe('send');
  });

  it('drops the marketing an open case held up for more than a day, and says that it was the case', () => {
    const late = plus(noon, -24 * hourMs - 1);
    expect(decide('marketing', { hasOpenCase: true }, late)).toEqual({ kind: 'skip', reason: 'case_open' });
    expect(decide('transactional', { hasOpenCase: true }, late)).toEqual({ kind: 'skip', reason: 'stale' });
  });

  it('never lets a pause outlive a reason to skip', () => {
    expect(decide('marketing', { isStorePaused: true, isErased: true })).toEqual({ kind: 'skip', reason: 'erased' });
  });
});
