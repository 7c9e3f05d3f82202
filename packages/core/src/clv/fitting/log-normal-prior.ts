/**
 * What is believed of a model's parameters before a store's data are seen: their logarithms are normal. Used for small
 * stores, and where the data leave a direction open. Times in the unit of the histories.
 */
export interface LogNormalPrior {
  /** Means of the parameters' logarithms. */
  readonly mean: readonly number[];
  /** Inverse of their covariance, row by row. */
  readonly precision: readonly number[];
}
