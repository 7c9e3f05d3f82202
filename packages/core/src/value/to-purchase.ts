import type { DatedAmount } from '../clv/histories/add-purchase.ts';
import { exponentOf, type CurrencyCode } from '../shared/currency.ts';
import { toLocalDay } from '../shared/local-day.ts';
import { contributionOf, type OrderValueFacts } from './contribution.ts';

/** An order as purchase histories see it: its day, and what was kept of it in whole units of its currency. */
export interface OrderPurchase extends DatedAmount {
  readonly currency: CurrencyCode;
}

/**
 * The purchase that an order stands for, net of its refunds. Orders that are no purchase (not yet paid, cancelled, given
 * back in full), tests and renewals are none: null.
 *
 * @param timeZone the store's, in which its days are counted.
 * @throws RangeError when the zone is unknown; ask `isTimeZone` first.
 * @example
 * ```ts
 * toPurchase(order, 'Europe/Amsterdam'); // { day: 20_778, amount: 19.9, currency: 'EUR' }
 * ```
 */
export function toPurchase(order: OrderValueFacts, timeZone: string): OrderPurchase | null {
  const contribution = contributionOf(order);
  if (contribution === null || contribution.purchasedAt === null) return null;
  const { grossMinor, refundedMinor, currency, purchasedAt } = contribution;
  return {
    day: toLocalDay(purchasedAt, timeZone),
    amount: (grossMinor - refundedMinor) / 10 ** exponentOf(currency),
    currency,
  };
}
