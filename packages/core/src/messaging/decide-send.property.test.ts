import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, plus, toInstant, type Instant } from '../shared/instant.ts';
import { toLocalTime } from '../shared/zoned-time.ts';
import { decideSend, type SendFacts } from './decide-send.ts';
import { defaultQuietHours, findEndOfQuietHours } from './quiet-hours.ts';
import type { Suppression } from './suppression.ts';

const zones = Intl.supportedValuesOf('timeZone');
const zone = fc.constantFrom(...zones);
const anyInstant = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2035, 0, 1) }).map(toInstant);

/** An instant within a day of a clock change of the zone in 2026, where it has one. */
const nearClockChange = fc
  .tuple(zone, fc.integer({ min: -1_440, max: 1_440 }), fc.nat())
  .map(([name, minutes, pick]) => {
    const changes = clockChanges(name);
    const change = changes.length === 0 ? Date.UTC(2026, pick % 12, 1) : (changes[pick % changes.length] ?? 0);
    return { zone: name, now: toInstant(change + minutes * minuteMs) };
  });

const knownChanges = new Map<string, readonly number[]>();

function clockChanges(name: string): readonly number[] {
  const known = knownChanges.get(name) ?? listClockChanges(name);
  knownChanges.set(name, known);
  return known;
}

function listClockChanges(name: string): readonly number[] {
  const days = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 1) + day * dayMs);
  const noonMinute = (day: number) => toLocalTime(toInstant(day + 12 * hourMs), name).minuteOfDay;
  return days.filter((day) => noonMinute(day) !== noonMinute(day - dayMs));
}

function expectCalmHours(now: Instant, name: string) {
  const end = findEndOfQuietHours(now, name, defaultQuietHours);
  const sentAt = end ?? now;
  const { minuteOfDay } = toLocalTime(sentAt, name);
  expect(minuteOfDay).toBeGreaterThanOrEqual(8 * 60);
  expect(minuteOfDay).toBeLessThan(21 * 60);
  if (end !== null) {
    expect(end).toBeGreaterThan(now);
    expect(end - now).toBeLessThanOrEqual(12 * hourMs + 24 * hourMs);
  }
}

describe('quiet hours', () => {
  it('hold in every zone at every instant: nothing goes out between 21:00 and 08:00', () => {
    fc.assert(fc.property(anyInstant, zone, expectCalmHours), { numRuns: 5_000 });
  });

  it('hold around every clock change', () => {
    fc.assert(
      fc.property(nearClockChange, ({ now, zone: name }) => expectCalmHours(now, name)),
      { numRuns: 1_000 },
    );
  });

  it('end on the day after the one that a zone skips', () => {
    const beforeSkippedDay = toInstant(Date.UTC(2011, 11, 30, 8));
    expect(findEndOfQuietHours(beforeSkippedDay, 'Pacific/Apia', defaultQuietHours)).toBe(Date.UTC(2011, 11, 30, 18));
  });
});

const suppression: fc.Arbitrary<Suppression> = fc.record({
  reason: fc.constantFrom('unsubscribed' as const, 'hard_bounce' as const, 'complaint' as const, 'manual' as const),
  scope: fc.constantFrom('marketing' as const, 'all' as const),
});
const facts: fc.Arbitrary<SendFacts> = fc.record({
  hasAddress: fc.boolean(),
  isErased: fc.boolean(),
  suppressions: fc.array(suppression, { maxLength: 3 }),
  consent: fc.option(
    fc.record({
      state: fc.constantFrom('subscribed' as const, 'unsubscribed' as const, 'pending' as const, 'not_asked' as const),
      at: fc.constant(null),
      source: fc.constant(null),
    }),
  ),
  lastPurchaseAt: fc.option(anyInstant),
  timeZone: zone,
  marketingSentAt: fc.array(anyInstant, { maxLength: 4 }),
  sequence: fc.constantFrom('running' as const, 'paused' as const, 'ended' as const),
  isStorePaused: fc.boolean(),
  hasOpenCase: fc.boolean(),
});
const request = fc.record({
  purpose: fc.constantFrom('marketing' as const, 'transactional' as const),
  dueAt: anyInstant,
});

describe('the send gate', () => {
  it('sends nothing, ever, where a suppression covers the purpose', () => {
    fc.assert(
      fc.property(request, facts, suppression, anyInstant, (message, given, extra, now) => {
        fc.pre(extra.scope === 'all' || message.purpose === 'marketing');
        const verdict = decideSend(message, { ...given, suppressions: [...given.suppressions, extra] }, now);
        expect(verdict.kind).toBe('skip');
      }),
    );
  });

  it('sends marketing only on a ground, to somebody reachable, while all run', () => {
    fc.assert(
      fc.property(request, facts, anyInstant, (message, given, now) => {
        const verdict = decideSend(message, given, now);
        if (verdict.kind !== 'send') return;
        expect(given).toMatchObject({ hasAddress: true, isErased: false, isStorePaused: false, sequence: 'running' });
        if (message.purpose === 'marketing') expect(['express', 'implied']).toContain(verdict.basis);
      }),
      { numRuns: 2_000 },
    );
  });

  it('defers only to a later instant, at which quiet hours are over', () => {
    fc.assert(
      fc.property(request, facts, anyInstant, (message, given, now) => {
        const verdict = decideSend(message, given, now);
        if (verdict.kind !== 'defer') return;
        expect(verdict.until).toBeGreaterThan(now);
        const later = decideSend(
          { ...message, dueAt: verdict.until },
          { ...given, isStorePaused: false, sequence: 'running' },
          verdict.until,
        );
        if (verdict.reason === 'quiet_hours') expect(later.kind).not.toBe('defer');
      }),
      { numRuns: 2_000 },
    );
  });

  it('never sends more within a rolling span than the cap allows, however messages arrive', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 * 60 }), { minLength: 1, maxLength: 60 }), (gapMinutes) => {
        let now = toInstant(Date.UTC(2026, 5, 1, 9));
        const sentAt: Instant[] = [];
        for (const minutes of gapMinutes) {
          now = plus(now, minutes * minuteMs);
          const given: SendFacts = { ...calm, lastPurchaseAt: now, marketingSentAt: [...sentAt] };
          if (decideSend({ purpose: 'marketing', dueAt: now }, given, now).kind === 'send') sentAt.push(now);
        }
        for (const at of sentAt) {
          expect(sentAt.filter((each) => each <= at && each > at - 16 * hourMs).length).toBeLessThanOrEqual(1);
          expect(sentAt.filter((each) => each <= at && each > at - 7 * dayMs).length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});

const calm: SendFacts = {
  hasAddress: true,
  isErased: false,
  suppressions: [],
  consent: null,
  lastPurchaseAt: null,
  timeZone: 'UTC',
  marketingSentAt: [],
  sequence: 'running',
  isStorePaused: false,
  hasOpenCase: false,
};
