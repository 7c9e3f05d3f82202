/** Possible sets of parameters, each as likely as the next, given the data. */
export interface ParameterDraws {
  /** Each is the parameters of the transaction fit, in its order. */
  readonly transactions: readonly (readonly number[])[];
  /** Each is p, q and gamma. As many as of the transactions' parameters. */
  readonly spend: readonly (readonly number[])[];
  /** How many independent draws those proposed were worth; 0 when they are from the normal approximation alone. */
  readonly effectiveSampleSize: number;
}
