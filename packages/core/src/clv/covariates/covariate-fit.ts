/** How customers with one label differ from the covariate's average over all customers. */
export interface LabelEffect {
  /** Null for all other labels, and for none. */
  readonly label: string | null;
  readonly customerCount: number;
  /** Logarithm of the factor on the rate of purchases, and its standard error. */
  readonly logPurchaseRate: number;
  readonly logPurchaseRateDeviation: number;
  /** Logarithm of the factor on the rate, or the odds, of dropping out, and its standard error. */
  readonly logDropOut: number;
  readonly logDropOutDeviation: number;
  /** As in 'customers from France buy 1.3 × as often (1.1 to 1.5)'. */
  readonly message: string;
}

/** A covariate that was found to matter, such as the first channel. */
export interface CovariateEffects {
  readonly name: string;
  readonly effects: readonly LabelEffect[];
  /** What the log-likelihood gained by it, and the parameters that it cost. */
  readonly logLikelihoodGain: number;
  readonly parameterCount: number;
}

/** What is known of a store's customers by their labels. A label not listed counts as null; without that, it has no effect. */
export interface CovariateFit {
  readonly covariates: readonly CovariateEffects[];
}
