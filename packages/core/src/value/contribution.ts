import { isPurchase } from '../commerce/derive-order-status.ts';
import type { Order } from '../commerce/order.ts';
import type { CurrencyCode } from '../shared/currency.ts';
import type { Instant } from '../shared/instant.ts';

/** The parts of an order that its customer's value depends on. */
export type OrderValueFacts = Pick<Order, 'status' | 'currency' | 'placedAt' | 'isTest' | 'isRenewal'> & {
  readonly totals: Pick<Order['totals'], 'grandMinor' | 'refundedMinor' | 'discountMinor'>;
};

/** What one order adds to its customer's value. */
export interface Contribution {
  readonly currency: CurrencyCode;
  readonly grossMinor: number;
  readonly refundedMinor: number;
  readonly isDiscounted: boolean;
  /** When the customer decided to buy; null for a renewal, which brings money but is no decision. */
  readonly purchasedAt: Instant | null;
}

/**
 * What an order adds to its customer's value. Test orders and orders that are no purchase (not yet paid, cancelled,
 * given back in full) add nothing; a renewal adds its money but is not counted as a purchase.
 *
 * @example
 * ```ts
 * contributionOf(order)?.grossMinor; // 1990
 * ```
 */
export function contributionOf(order: OrderValueFacts): Contribution | null {
  if (order.isTest || !isPurchase(order.status)) return null;
  return {
    currency: order.currency,
    grossMinor: order.totals.grandMinor,
    refundedMinor: Math.min(order.totals.refundedMinor, order.totals.grandMinor),
    isDiscounted: order.totals.discountMinor > 0,
    purchasedAt: order.isRenewal ? null : order.placedAt,
  };
}
