import type { Instant } from '../shared/instant.ts';

/** What a segment may ask about a customer. Amounts are minor units of the store's currency, refunds taken off. */
export interface CustomerFacts {
  /** Purchases that still stand: cancelled and fully refunded orders do not count. */
  readonly orderCount: number;
  readonly netSpentMinor: number;
  /** Null before the first purchase. */
  readonly averageOrderMinor: number | null;
  /** How many of those purchases had a discount. */
  readonly discountedOrderCount: number;
  /** ISO 3166-1 alpha-2 in upper case; null when unknown. */
  readonly country: string | null;
  readonly firstPurchaseAt: Instant | null;
  readonly lastPurchaseAt: Instant | null;
  /** Whole days by the store's calendar: 0 is today. */
  readonly firstPurchaseDaysAgo: number | null;
  readonly lastPurchaseDaysAgo: number | null;
  readonly productExternalIds: ReadonlySet<string>;
  /** Lower case. */
  readonly categories: ReadonlySet<string>;
  /** P(alive): that they still buy here, 0 to 1. This and what follows are foreseen; null while nothing is, e.g. before the first purchase. */
  readonly probabilityAlive: number | null;
  /** Expected within the next twelve months. */
  readonly predictedValueMinor: number | null;
  /** Until the day their next purchase was expected on when they made the last one; below 0 once it is past. */
  readonly nextPurchaseInDays: number | null;
}
