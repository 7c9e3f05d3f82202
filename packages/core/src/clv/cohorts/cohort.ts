/** One period since the first purchase, of a cohort. */
export interface CohortPeriod {
  /** Calendar months since that of the first purchase, which is 0. */
  readonly index: number;
  /**
   * The customers for whom this period is over, and of whom the rest is told; the younger of the cohort are left out, so
   * that they do not look like leavers. While it is over for none: those for whom it is running.
   */
  readonly customers: number;
  /** Those of them who bought in it. */
  readonly active: number;
  readonly activeShare: number;
  /** Net amount of their purchases in it. */
  readonly revenue: number;
  readonly revenuePerCustomer: number;
  /** Sum of the revenue per customer until then. */
  readonly cumulativePerCustomer: number;
  /** False while the period is running: numbers that will still grow, and are no drop. */
  readonly isComplete: boolean;
}

/** Customers who have something in common, followed from their first purchase. */
export interface Cohort {
  /** A month such as `1997-01`, or a label. */
  readonly key: string;
  /** All customers of the cohort. */
  readonly customers: number;
  readonly periods: readonly CohortPeriod[];
}
