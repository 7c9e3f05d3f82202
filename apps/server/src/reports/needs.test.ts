import { describe, expect, it } from 'vitest';
import { hourMs, plus, toInstant } from '@regulars/core/shared';
import { actions } from '../foundation/http/index.ts';
import { compareNeeds, findHighRefunds, findQuiet, needCodes, sortNeeds, toNeed } from './needs.ts';

const now = toInstant(Date.UTC(2026, 10, 22, 12));
const everything = new Set(actions);

describe('a store is quiet', () => {
  const rhythm = { lastOrderAt: null, orders: 20, longestPauseMs: 20 * hourMs };
  const last = plus(now, -31 * hourMs);

  it('when no order came for half as long again as ever in its last 90 days', () => {
    expect(findQuiet(rhythm, last, now)).toMatchObject({ code: 'orders.quiet', sinceAt: last });
    expect(findQuiet({ ...rhythm, longestPauseMs: 21 * hourMs }, last, now)).toBeNull();
  });

  it('only after six hours, however busy it is', () => {
    const busy = { ...rhythm, longestPauseMs: hourMs };
    expect(findQuiet(busy, plus(now, -6 * hourMs), now)).toBeNull();
    expect(findQuiet(busy, plus(now, -6 * hourMs - 1), now)).not.toBeNull();
  });

  it('never on less than 20 orders, which show no rhythm', () => {
    expect(findQuiet({ ...rhythm, orders: 19 }, last, now)).toBeNull();
    expect(findQuiet({ ...rhythm, longestPauseMs: null }, last, now)).toBeNull();
    expect(findQuiet(rhythm, null, now)).toBeNull();
  });
});

describe('much is given back', () => {
  const refunds = { orders: 20, share: 0.08, ordersBefore: 200, shareBefore: 0.04 };

  it('when it is twice the share the store is used to', () => {
    expect(findHighRefunds(refunds)).toMatchObject({ code: 'refunds.high', values: { share: 0.08, usual: 0.04 } });
    expect(findHighRefunds({ ...refunds, share: 0.079 })).toBeNull();
  });

  it('never below a twentieth, nor on less than 20 orders', () => {
    expect(findHighRefunds({ ...refunds, share: 0.049, shareBefore: 0 })).toBeNull();
    expect(findHighRefunds({ ...refunds, orders: 19 })).toBeNull();
  });

  it('at a fifth where there is no past to compare with', () => {
    const young = { ...refunds, ordersBefore: 3, shareBefore: 0 };
    expect(findHighRefunds({ ...young, share: 0.19 })).toBeNull();
    expect(findHighRefunds({ ...young, share: 0.2 })).toMatchObject({ values: { usual: null } });
  });
});

describe('what needs somebody', () => {
  it('stands with the most urgent first', () => {
    const shuffled = needCodes.toReversed().map((code) => toNeed(code));
    expect(sortNeeds(shuffled, everything).map(({ code }) => code)).toEqual(needCodes);
    expect(new Set(sortNeeds(shuffled, everything).map(({ urgency }) => urgency))).toEqual(
      new Set(['now', 'today', 'soon']),
    );
  });

  it('is told only to those who may see to it', () => {
    const needs = [toNeed('connection.paused'), toNeed('cases.open', { count: 1 })];
    expect(sortNeeds(needs, new Set(['cases.read'])).map(({ code }) => code)).toEqual(['cases.open']);
  });

  it('puts the store first whose worst need is worse, then more of it, then more needs', () => {
    const poison = (count: number) => toNeed('deliveries.poison', { count });
    const off = toNeed('sequences.off');
    expect(compareNeeds([poison(1)], [off, off])).toBeLessThan(0);
    expect(compareNeeds([poison(1)], [poison(2)])).toBeGreaterThan(0);
    expect(compareNeeds([poison(1), off], [poison(1)])).toBeLessThan(0);
    expect(compareNeeds([], [off])).toBeGreaterThan(0);
    expect(compareNeeds([], [])).toBe(0);
  });
});
