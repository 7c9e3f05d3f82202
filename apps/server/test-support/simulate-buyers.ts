import { drawGamma } from '@regulars/core/numeric';
import { createRandom, dayMs, plus, type CustomerId, type Instant } from '@regulars/core/shared';
import { newId } from '../src/foundation/ids.ts';
import type { SeededCustomer } from './seed-customers.ts';

/**
 * People who find the store one after another in `spanDays`, buy each at a pace of their own, and after each purchase leave
 * for good with a chance of their own. The same people every time.
 */
export function simulateBuyers(
  count: number,
  { until, spanDays }: { readonly until: Instant; readonly spanDays: number },
): readonly SeededCustomer[] {
  const random = createRandom('simulate-buyers');
  return Array.from({ length: count }, (_, index) => {
    const own = random.fork(index);
    const perDay = drawGamma(own, 2, 60);
    const leaving = 0.1 + 0.3 * own.next();
    const typicalMinor = 1_000 + own.below(6_000);
    const purchases: SeededCustomer['purchases'][number][] = [];
    for (let day = (spanDays * index) / count; day < spanDays; day += -Math.log(1 - own.next()) / perDay) {
      purchases.push({
        at: plus(until, Math.round((day - spanDays) * dayMs)),
        grandMinor: Math.round(typicalMinor * (0.7 + 0.6 * own.next())),
        productExternalIds: [],
        categories: [],
      });
      if (own.next() < leaving) break;
    }
    const customerId: CustomerId = newId();
    return { customerId, country: 'NL', discountedOrderCount: 0, refundedMinor: 0, purchases };
  });
}
