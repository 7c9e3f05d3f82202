import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { OrderStatus } from '../commerce/order.ts';
import { parseCurrency, type CurrencyCode } from '../shared/currency.ts';
import { toInstant } from '../shared/instant.ts';
import { applyContributionChange } from './apply-contribution-change.ts';
import { contributionOf, type OrderValueFacts } from './contribution.ts';
import { emptyValue, type CustomerValue } from './customer-value.ts';

const eur = parseCurrency('EUR') as CurrencyCode;
const statuses: readonly OrderStatus[] = [
  'pending',
  'paid',
  'fulfilled',
  'partially_refunded',
  'refunded',
  'cancelled',
];

const orderState: fc.Arbitrary<OrderValueFacts> = fc.record({
  status: fc.constantFrom(...statuses),
  currency: fc.constant(eur),
  // Few instants, so that purchases at the same moment occur.
  placedAt: fc.integer({ min: 0, max: 5 }).map((day) => toInstant(day * 86_400_000)),
  isTest: fc.boolean(),
  isRenewal: fc.boolean(),
  totals: fc.record({ grandMinor: fc.nat(10_000), refundedMinor: fc.nat(12_000), discountMinor: fc.nat(2) }),
});

/** Any history: order number n is inserted, changed in any way (refunded, cancelled, edited …) or deleted (null). */
const history = fc.array(fc.tuple(fc.nat(4), fc.option(orderState)), { maxLength: 40 });

function valueOf(orders: Iterable<OrderValueFacts>): CustomerValue {
  const contributions = [...orders].map(contributionOf).filter((contribution) => contribution !== null);
  const purchases = contributions.filter(({ purchasedAt }) => purchasedAt !== null);
  return {
    currency: eur,
    orderCount: purchases.length,
    grossMinor: contributions.reduce((sum, { grossMinor }) => sum + grossMinor, 0),
    refundedMinor: contributions.reduce((sum, { refundedMinor }) => sum + refundedMinor, 0),
    discountedOrderCount: purchases.filter(({ isDiscounted }) => isDiscounted).length,
    purchasedAt: purchases.flatMap(({ purchasedAt }) => purchasedAt ?? []).toSorted((a, b) => a - b),
  };
}

test('a value kept change by change equals the one added up afresh, after every change of any history', () => {
  fc.assert(
    fc.property(history, (changes) => {
      const orders = new Map<number, OrderValueFacts>();
      let value = emptyValue(eur);
      for (const [number, next] of changes) {
        const before = orders.get(number);
        if (next === null) orders.delete(number);
        else orders.set(number, next);
        value = applyContributionChange(
          value,
          before === undefined ? null : contributionOf(before),
          next === null ? null : contributionOf(next),
        );
        expect(value).toEqual(valueOf(orders.values()));
      }
    }),
  );
});
