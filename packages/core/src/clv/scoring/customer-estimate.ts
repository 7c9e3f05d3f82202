/** The means of a `CustomerScore` alone: what is worked out in microseconds. */
export interface CustomerEstimate {
  readonly probabilityAlive: number;
  /** Mean number of purchases within the horizon. */
  readonly expectedTransactions: number;
  /** Mean amount of a purchase to come. */
  readonly expectedSpend: number;
  /** Mean discounted value of the purchases within the horizon. */
  readonly lifetimeValue: number;
}
