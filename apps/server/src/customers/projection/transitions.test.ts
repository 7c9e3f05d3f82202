import { describe, expect, test } from 'vitest';
import type { Refund } from '@regulars/core/commerce';
import { hourMs, plus } from '@regulars/core/shared';
import { anOrder, october } from '../../../test-support/an-order.ts';
import { toEffectiveOrder } from './effective-order.ts';
import { listTransitions, takeUntold } from './transitions.ts';

const refund = (externalId: string, amountMinor: number): Refund => ({
  externalId,
  amountMinor,
  createdAt: null,
  reason: null,
});
const withTotals = (refundedMinor: number, refunds: readonly Refund[] = []) =>
  anOrder({ totals: { ...anOrder().totals, refundedMinor }, refunds });
const refundsTold = (...versions: readonly ReturnType<typeof anOrder>[]) => {
  let told: readonly string[] = [];
  return versions.map((version) => {
    const taken = takeUntold(told, listTransitions(version, true));
    told = taken.told;
    return taken.untold.filter(({ kind }) => kind === 'orderRefunded').length;
  });
};

describe('what a version of an order proves', () => {
  test('is that a refunded order was paid before', () => {
    expect(listTransitions(anOrder({ status: 'refunded', paidAt: null }), true).map(({ key }) => key)).toEqual([
      'placed',
      'paid',
    ]);
  });

  test('is dated by the platform where it tells, else by the version that shows it, else by the order', () => {
    const updatedAt = plus(october, 5 * hourMs);
    const fulfilledAt = plus(october, hourMs);
    const atOf = (version: ReturnType<typeof anOrder>, isObserved: boolean) =>
      listTransitions(version, isObserved).find(({ key }) => key === 'fulfilled')?.at;
    expect(atOf(anOrder({ status: 'fulfilled', updatedAt, fulfilledAt }), true)).toBe(fulfilledAt);
    expect(atOf(anOrder({ status: 'fulfilled', updatedAt }), true)).toBe(updatedAt);
    expect(atOf(anOrder({ status: 'fulfilled', updatedAt }), false)).toBe(october);
  });
});

describe('a refund is told once', () => {
  test('each, where the platform lists them', () => {
    expect(
      refundsTold(withTotals(300, [refund('a', 300)]), withTotals(800, [refund('a', 300), refund('b', 500)])),
    ).toEqual([1, 1]);
  });

  test('per sum, where it tells sums only', () => {
    expect(refundsTold(withTotals(300), withTotals(300), withTotals(800))).toEqual([1, 0, 1]);
  });

  test('though it is told in a sum first and by itself later, or the other way round', () => {
    expect(refundsTold(withTotals(300), withTotals(300, [refund('a', 300)]))).toEqual([1, 0]);
    expect(refundsTold(withTotals(300, [refund('a', 300)]), withTotals(300))).toEqual([1, 0]);
  });
});

describe('an order with all its refunds', () => {
  test('takes the larger of what is listed and what is summed up', () => {
    expect(toEffectiveOrder(withTotals(0), [refund('a', 300)])).toMatchObject({
      status: 'partially_refunded',
      totals: { refundedMinor: 300 },
    });
    expect(toEffectiveOrder(withTotals(300), [refund('a', 300)]).totals.refundedMinor).toBe(300);
    expect(toEffectiveOrder(withTotals(0), [refund('a', 1990)]).status).toBe('refunded');
  });

  test('that is called refunded without an amount was refunded in full', () => {
    expect(toEffectiveOrder(anOrder({ status: 'refunded' }), []).totals.refundedMinor).toBe(1990);
  });

  test('stays cancelled when it is refunded', () => {
    expect(toEffectiveOrder(anOrder({ status: 'cancelled' }), [refund('a', 1990)]).status).toBe('cancelled');
  });
});
