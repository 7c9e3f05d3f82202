import { describe, expect, test } from 'vitest';
import { parseCurrency, type CurrencyCode } from '../shared/currency.ts';
import { dayMs, toInstant } from '../shared/instant.ts';
import { collectOrders, type CustomerOrder } from './collect-orders.ts';
import { toPurchase } from './to-purchase.ts';

const eur = parseCurrency('EUR') as CurrencyCode;
const options = { timeZone: 'UTC', timeUnit: 'day' } as const;

function order(customerKey: string, day: number, change: Partial<CustomerOrder> = {}): CustomerOrder {
  return {
    customerKey,
    status: 'paid',
    currency: eur,
    placedAt: toInstant(day * dayMs),
    isTest: false,
    isRenewal: false,
    totals: { grandMinor: 2000, refundedMinor: 0, discountMinor: 0 },
    ...change,
  };
}

describe('an order is a purchase', () => {
  test('of what was kept of it, in whole units of its currency', () => {
    const totals = { grandMinor: 2000, refundedMinor: 505, discountMinor: 0 };
    expect(toPurchase(order('a', 3, { status: 'partially_refunded', totals }), 'UTC')).toEqual({
      day: 3,
      amount: 14.95,
      currency: 'EUR',
    });
    const jpy = parseCurrency('JPY') as CurrencyCode;
    expect(toPurchase(order('a', 3, { currency: jpy }), 'UTC')?.amount).toBe(2000);
  });

  test('on the day that the store’s calendar shows', () => {
    expect(toPurchase(order('a', 3), 'America/New_York')?.day).toBe(2);
  });

  test.each([
    ['not yet paid', { status: 'pending' }],
    ['cancelled', { status: 'cancelled' }],
    ['given back in full', { status: 'refunded' }],
    ['a test', { isTest: true }],
    ['a renewal, which nobody decided on', { isRenewal: true }],
  ] as const)('unless it is %s', (_, change) => {
    expect(toPurchase(order('a', 3, change), 'UTC')).toBeNull();
  });
});

describe('a store’s orders', () => {
  test('become histories in one call, whatever order they are in', () => {
    const orders = [order('b', 20), order('a', 30), order('b', 5), order('c', 7, { status: 'cancelled' })];
    const result = collectOrders(orders, { ...options, observedUntilDay: 40 });
    if (!result.ok) throw new Error(result.failure.code);
    const { customerKeys, collected } = result.value;
    expect(customerKeys).toEqual(['b', 'a']);
    expect([...collected.customerIndex]).toEqual([0, 1]);
    expect([...collected.histories.frequency]).toEqual([1, 0]);
    expect([...collected.histories.recency]).toEqual([15, 0]);
    expect([...collected.histories.age]).toEqual([35, 10]);
  });

  test('in two currencies are refused, unless the second is of no purchase', () => {
    const usd = parseCurrency('USD') as CurrencyCode;
    expect(collectOrders([order('a', 1), order('b', 2, { currency: usd })], options)).toMatchObject({
      ok: false,
      failure: { code: 'clv.currency_mixed' },
    });
    const cancelled = order('b', 2, { currency: usd, status: 'cancelled' });
    expect(collectOrders([order('a', 1), cancelled], options).ok).toBe(true);
  });

  test('without a purchase make no histories', () => {
    expect(collectOrders([], options)).toMatchObject({ ok: false, failure: { code: 'clv.no_purchases' } });
  });
});
