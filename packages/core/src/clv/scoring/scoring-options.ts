import type { PurchaseSummary } from '../histories/purchase-summary.ts';

/** A customer to be scored. */
export interface ScoredCustomer {
  /** Null for someone not yet seen: as if they made their first purchase on the day of scoring. */
  readonly summary: PurchaseSummary | null;
  /** By the covariates' names; left out or null where not known. */
  readonly labels?: Readonly<Record<string, string | null>>;
}

export interface ScoringOptions {
  /** How far ahead to look. Above 0; a year by default. */
  readonly horizonDays?: number;
  /** What money in a year is worth less than money now, as a share. At least 0; 0.1 by default. */
  readonly annualDiscountRate?: number;
  /** The day until which the customer's purchases are known, since 1970-01-01; the model's own last day by default. */
  readonly asOfDay?: number;
}
