import type { FitVerdict } from '../fitting/transaction-fit.ts';

/** The Gamma-Gamma model: amounts are Gamma(p, ν) with a rate ν ~ Gamma(q, γ) of each customer's own. p > 0, q > 1, γ ≥ 0. */
export interface SpendParameters {
  readonly p: number;
  readonly q: number;
  /** In the currency of the histories; 0 where nothing costs anything. */
  readonly gamma: number;
}

/** The Gamma-Gamma model of spend with the parameters that fit a store best. Plain data. */
export interface SpendFit extends SpendParameters {
  /** Of p, q and gamma; null where the data do not determine one. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the parameters' logarithms, row by row. */
  readonly logCovariance: readonly number[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly verdict: FitVerdict;
}
