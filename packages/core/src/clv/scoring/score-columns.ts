/** What is foreseen of many customers, in columns: row i is customer i. */
export interface ScoreColumns {
  readonly size: number;
  readonly probabilityAlive: Float64Array;
  /** Mean number of purchases within the horizon. */
  readonly expectedTransactions: Float64Array;
  /** Mean amount of a purchase to come. */
  readonly expectedSpend: Float64Array;
  /** Mean discounted value of the purchases within the horizon. */
  readonly lifetimeValue: Float64Array;
}
