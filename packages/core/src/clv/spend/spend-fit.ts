import type { FitVerdict } from '../fitting/transaction-fit.ts';

/** The Gamma-Gamma model of spend with the parameters that fit a store best. Plain data. */
export interface SpendFit {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  /** Of p, q and gamma; null where the data do not determine one. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the parameters' logarithms, row by row. */
  readonly logCovariance: readonly number[];
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly verdict: FitVerdict;
}
