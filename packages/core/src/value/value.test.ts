import { describe, expect, test } from 'vitest';
import { parseCurrency, type CurrencyCode } from '../shared/currency.ts';
import { dayMs, toInstant } from '../shared/instant.ts';
import { applyContributionChange } from './apply-contribution-change.ts';
import { contributionOf, type OrderValueFacts } from './contribution.ts';
import { emptyValue } from './customer-value.ts';
import { averageOrderMinor, firstPurchaseAt, lastPurchaseAt, netMinor, rhythmDays } from './derived-value.ts';

const eur = parseCurrency('EUR') as CurrencyCode;
const usd = parseCurrency('USD') as CurrencyCode;

function order(change: Partial<OrderValueFacts> = {}): OrderValueFacts {
  return {
    status: 'paid',
    currency: eur,
    placedAt: toInstant(0),
    isTest: false,
    isRenewal: false,
    totals: { grandMinor: 2000, refundedMinor: 0, discountMinor: 0 },
    ...change,
  };
}

describe('an order adds to its customer’s value', () => {
  test('what was paid, and what was given back of it', () => {
    const totals = { grandMinor: 2000, refundedMinor: 500, discountMinor: 100 };
    expect(contributionOf(order({ status: 'partially_refunded', totals }))).toEqual({
      currency: eur,
      grossMinor: 2000,
      refundedMinor: 500,
      isDiscounted: true,
      purchasedAt: 0,
    });
  });

  test.each(['pending', 'refunded', 'cancelled'] as const)('nothing while it is %s', (status) => {
    expect(contributionOf(order({ status }))).toBeNull();
  });

  test('nothing when it is a test', () => {
    expect(contributionOf(order({ isTest: true }))).toBeNull();
  });

  test('its money but no purchase when it is a renewal', () => {
    const value = applyContributionChange(emptyValue(eur), null, contributionOf(order({ isRenewal: true })));
    expect(value).toMatchObject({ orderCount: 0, grossMinor: 2000, purchasedAt: [] });
  });
});

describe('a value', () => {
  test('refuses money of another currency, and to lose what it never had', () => {
    const foreign = contributionOf(order({ currency: usd }));
    expect(() => applyContributionChange(emptyValue(eur), null, foreign)).toThrow(RangeError);
    expect(() => applyContributionChange(emptyValue(eur), contributionOf(order()), null)).toThrow(RangeError);
  });

  test('of nobody yet has no average and no rhythm', () => {
    const none = emptyValue(eur);
    expect([averageOrderMinor(none), rhythmDays(none), firstPurchaseAt(none), lastPurchaseAt(none)]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  test('is net of refunds, and so is its average', () => {
    const value = { ...emptyValue(eur), orderCount: 2, grossMinor: 4001, refundedMinor: 1000 };
    expect(netMinor(value)).toBe(3001);
    expect(averageOrderMinor(value)).toBe(1501);
  });

  test('has the median gap between purchases as its rhythm, so that one long absence does not change it', () => {
    const purchasedAt = [0, 10, 22, 400].map((day) => toInstant(day * dayMs));
    expect(rhythmDays({ ...emptyValue(eur), orderCount: 4, purchasedAt })).toBe(12);
    expect(rhythmDays({ ...emptyValue(eur), orderCount: 3, purchasedAt: purchasedAt.slice(0, 3) })).toBe(11);
    expect(rhythmDays({ ...emptyValue(eur), orderCount: 1, purchasedAt: purchasedAt.slice(0, 1) })).toBeNull();
  });
});
