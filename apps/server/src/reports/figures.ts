import type { Instant } from '@regulars/core/shared';

/** Raised when the meaning or the form of the figures changes, so that what was added up before is not shown. */
export const figuresShape = 3;

/** How many months, the running one included, the revenue is told for. */
export const monthsTold = 24;

/** What one month of the store's own calendar brought: refunds taken off, in minor units of the store's currency. */
export interface MonthOfSales {
  /** `2026-11` */
  readonly month: string;
  readonly firstMinor: number;
  readonly firstOrders: number;
  readonly returningMinor: number;
  readonly returningOrders: number;
}

/** Who bought and what they are worth, over the store's whole past and in its own currency, as segments count them. */
export interface BuyerFigures {
  /** Everybody known, those included who never bought. */
  readonly customers: number;
  /** Customers with at least one purchase. */
  readonly buyers: number;
  /** Of those, the ones with at least two. */
  readonly regulars: number;
  /** Regulars whose second purchase was in the running month. */
  readonly newRegulars: number;
  /** What all of them brought, refunds taken off. */
  readonly netMinor: number;
  /** Those who paid a renewal of a subscription, buyers or not; and what renewals brought of the above. */
  readonly renewers: number;
  readonly renewalsMinor: number;
  /** Those of whom only renewals of a subscription are known, no purchase; and what they brought of the above. */
  readonly renewersOnly: number;
  readonly renewersOnlyMinor: number;
  /** Of a buyer; null where there is none. */
  readonly averageMinor: number | null;
  readonly medianMinor: number | null;
}

/** Purchases of the last days beside the days before them, each span ending to the second. */
export interface PaceFigures {
  readonly days7: number;
  readonly days7Before: number;
  readonly days30: number;
  readonly days30Before: number;
}

/** How regularly orders come. */
export interface RhythmFigures {
  readonly lastOrderAt: Instant | null;
  /** Within the 90 days before the last order: how many orders, and the longest time without one. */
  readonly orders: number;
  readonly longestPauseMs: number | null;
}

/** Which part of what was sold was given back. */
export interface RefundFigures {
  /** Orders of the last 30 days. */
  readonly orders: number;
  readonly share: number | null;
  /** Orders of the eleven months before. */
  readonly ordersBefore: number;
  readonly shareBefore: number | null;
}

export interface SalesFigures extends BuyerFigures {
  readonly months: readonly MonthOfSales[];
  readonly pace: PaceFigures;
  readonly rhythm: RhythmFigures;
  readonly refunds: RefundFigures;
}
