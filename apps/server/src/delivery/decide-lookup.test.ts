import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs, plus, secondMs, toInstant, type EffectId, type Instant } from '@regulars/core/shared';
import { decideLookup as decide, nextLookupAt, type LookupAnswer } from './decide-lookup.ts';
import type { LookupState } from './lookup-repository.ts';

const start = toInstant(Date.UTC(2026, 10, 22, 12));
const unknown: LookupState = {
  id: 'effect' as EffectId,
  connectionId: null,
  unknownAt: start,
  lookups: 0,
  absentAt: null,
  resentAt: null,
  hasReceipt: false,
};

const decideLookup = (before: LookupState, answer: LookupAnswer, now: Instant) => decide(before, answer, 'lookup', now);

describe('a mail of which nobody knows whether it went', () => {
  it('is asked about after one, five and thirty minutes, then every half hour', () => {
    const at = (minutes: number) => plus(start, minutes * minuteMs);
    expect([0, 1, 5, 30, 70].map((minutes) => nextLookupAt(start, at(minutes)))).toEqual([1, 5, 30, 60, 100].map(at));
  });

  it('was sent when the provider knows it', () => {
    expect(decideLookup(unknown, 'accepted', plus(start, minuteMs)).outcome).toMatchObject({ state: 'accepted' });
  });

  it('is not sent again for being absent once, or twice within five minutes: events come late', () => {
    const first = decideLookup(unknown, 'absent', plus(start, minuteMs));
    expect(first.outcome.state).toBe('unknown');
    const second = decideLookup(first.state, 'absent', plus(start, 6 * minuteMs - 1));
    expect(second.outcome.state).toBe('unknown');
  });

  it('is sent once more when absent twice, five minutes apart, and never a third time', () => {
    const first = decideLookup(unknown, 'absent', plus(start, minuteMs));
    const second = decideLookup(first.state, 'absent', plus(start, 6 * minuteMs));
    expect(second.outcome).toMatchObject({ state: 'planned', reason: 'sent_once_more' });
    const again = { ...second.state, unknownAt: plus(start, 7 * minuteMs), absentAt: plus(start, 8 * minuteMs) };
    expect(decideLookup(again, 'absent', plus(start, 20 * minuteMs)).outcome.state).toBe('unknown_final');
  });

  it('is left in peace after a day, and not before', () => {
    expect(decideLookup(unknown, 'silent', plus(start, dayMs)).outcome.state).toBe('unknown');
    expect(decideLookup(unknown, 'silent', plus(start, dayMs + secondMs)).outcome.state).toBe('unknown_final');
    expect(decideLookup({ ...unknown, absentAt: start }, 'absent', plus(start, 2 * dayMs)).outcome.state).toBe(
      'unknown_final',
    );
  });

  it('does not count an answer that never came', () => {
    const { state, outcome } = decideLookup(unknown, 'silent', plus(start, minuteMs));
    expect([state.lookups, state.absentAt, outcome.state]).toEqual([0, null, 'unknown']);
  });

  it('is sent again at once where the provider’s word is final', () => {
    expect(decide(unknown, 'absent', 'immediate', start).outcome.state).toBe('planned');
    expect(decide(unknown, 'silent', 'immediate', start).outcome.state).toBe('unknown');
  });

  it('stays unknown where nobody can be asked', () => {
    expect(decide(unknown, 'unaskable', 'none', start).outcome.state).toBe('unknown_final');
  });
});
