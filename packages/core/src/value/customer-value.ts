import type { CurrencyCode } from '../shared/currency.ts';
import type { Instant } from '../shared/instant.ts';

/**
 * What a customer has brought the store so far, in one currency. Kept order by order with `applyContributionChange`;
 * always equal to adding up all their orders afresh.
 */
export interface CustomerValue {
  readonly currency: CurrencyCode;
  /** Purchases: paid orders that were not given back in full. Subscription renewals are not counted. */
  readonly orderCount: number;
  /** What the customer paid, refunds not taken off, renewals included. */
  readonly grossMinor: number;
  readonly refundedMinor: number;
  /** Purchases made with a discount. */
  readonly discountedOrderCount: number;
  /** When each counted purchase was made, oldest first. */
  readonly purchasedAt: readonly Instant[];
}

/** The value of a customer who has bought nothing. */
export function emptyValue(currency: CurrencyCode): CustomerValue {
  return { currency, orderCount: 0, grossMinor: 0, refundedMinor: 0, discountedOrderCount: 0, purchasedAt: [] };
}
