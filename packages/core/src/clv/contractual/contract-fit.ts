export type ContractModelId = 'shifted-beta-geometric' | 'beta-discrete-weibull';

/** A model of how long customers renew, with the parameters that fit best. Plain data: it may be kept as JSON. */
export interface ContractFit {
  readonly modelId: ContractModelId;
  /** As in the papers: alpha, beta | gamma, delta, c. */
  readonly parameterNames: readonly string[];
  readonly parameters: readonly number[];
  /** Null where the data do not determine one. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the parameters' logarithms, row by row. */
  readonly logCovariance: readonly number[];
  /** Of the data alone. */
  readonly logLikelihood: number;
  readonly customers: number;
  /** Occasions to renew that the oldest cohort has had. */
  readonly occasions: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly verdict: ContractVerdict;
}

/** Why fitting ended, as a stable code and in words. */
export interface ContractVerdict {
  readonly code:
    | 'converged'
    /** Nobody has left yet, or has had the occasion to: the parameters are what was believed before. */
    | 'noLosses'
    /** A direction in which the data say nothing, as where all customers seem alike: the weak prior decides there. */
    | 'ridge'
    | 'stopped';
  readonly message: string;
}
