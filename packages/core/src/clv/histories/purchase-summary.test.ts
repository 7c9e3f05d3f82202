import { describe, expect, test } from 'vitest';
import { addPurchase } from './add-purchase.ts';
import { addRefund } from './add-refund.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { toPurchaseHistory } from './to-purchase-history.ts';

const twice: PurchaseSummary = { firstDay: 100, lastDay: 114, purchaseDays: 2, firstDaySpend: 40, laterSpend: 25 };

describe('a customer’s sums', () => {
  test('begin with the first purchase', () => {
    expect(addPurchase(null, { day: 100, amount: 40 })).toEqual({
      ok: true,
      value: { firstDay: 100, lastDay: 100, purchaseDays: 1, firstDaySpend: 40, laterSpend: 0 },
    });
  });

  test('take a purchase on a new day for a new one, and one on the last day for the same', () => {
    expect(addPurchase(twice, { day: 120, amount: 5 })).toMatchObject({
      value: { lastDay: 120, purchaseDays: 3, laterSpend: 30 },
    });
    expect(addPurchase(twice, { day: 114, amount: 5 })).toMatchObject({
      value: { lastDay: 114, purchaseDays: 2, laterSpend: 30 },
    });
  });

  test('refuse time going backwards', () => {
    expect(addPurchase(twice, { day: 113, amount: 5 })).toMatchObject({
      ok: false,
      failure: { code: 'clv.purchase_out_of_order', path: '/day' },
    });
    expect(toPurchaseHistory(twice, { observedUntilDay: 113, timeUnit: 'day' })).toMatchObject({
      ok: false,
      failure: { code: 'clv.observation_too_short' },
    });
  });

  test('refuse what is no amount, and what is no day', () => {
    expect(addPurchase(null, { day: 1, amount: Number.NaN })).toMatchObject({
      failure: { code: 'clv.amount_invalid' },
    });
    expect(addPurchase(twice, { day: 1e7, amount: 1 })).toMatchObject({ failure: { code: 'clv.day_invalid' } });
    expect(addRefund(twice, { day: 114, amount: -1 })).toMatchObject({ failure: { code: 'clv.amount_negative' } });
  });

  test('lose what was given back, on the first day or later', () => {
    expect(addRefund(twice, { day: 100, amount: 15 })).toMatchObject({ value: { firstDaySpend: 25, laterSpend: 25 } });
    expect(addRefund(twice, { day: 114, amount: 25 })).toEqual({ ok: true, value: { ...twice, laterSpend: 0 } });
  });

  test('refuse a refund of a day on which nothing can have been bought', () => {
    for (const day of [99, 115]) {
      expect(addRefund(twice, { day, amount: 1 })).toMatchObject({
        failure: { code: 'clv.refund_without_purchase' },
      });
    }
  });

  test('become a history in the unit that is asked for', () => {
    expect(toPurchaseHistory(twice, { observedUntilDay: 128, timeUnit: 'week' })).toEqual({
      ok: true,
      value: { frequency: 1, recency: 2, age: 4, meanSpend: 25 },
    });
  });
});
