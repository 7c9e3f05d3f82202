import type { TransactionModelId } from '../models/transaction-model.ts';

/** Why fitting ended, as a stable code and in words. */
export interface FitVerdict {
  readonly code:
    | 'converged'
    /** The likelihood rises for ever toward customers who never leave: the plain NBD says all there is to say. */
    | 'noChurnSignal'
    /** Nobody has bought twice: the parameters are the prior's, as far as it allows that nobody did. */
    | 'noRepeatPurchases'
    /** A direction in which the data say nothing: the parameters there are the prior's. */
    | 'ridge'
    /** Of spend: everyone's purchases cost the same. */
    | 'constantSpend'
    /** Of spend: so unequal that its mean would not be finite; the mean observed is held on to. */
    | 'heavyTail'
    | 'stopped';
  readonly message: string;
}

/** A model of purchases with the parameters that fit a store best. Plain data: it may be kept as JSON. */
export interface TransactionFit {
  readonly modelId: TransactionModelId;
  /** The regularity of `mbg-cnbd-k`: purchases come as every k-th beat of a Poisson process; 1 for the other models. */
  readonly k: number;
  readonly parameterNames: readonly string[];
  readonly parameters: readonly number[];
  /** Of the parameters themselves; null where the data do not determine one. */
  readonly standardErrors: readonly (number | null)[];
  /** Covariance of the parameters' logarithms, row by row: what uncertainty is drawn from. */
  readonly logCovariance: readonly number[];
  /** Of the data alone, in their own time unit, whatever prior took part in the fit. */
  readonly logLikelihood: number;
  readonly converged: boolean;
  readonly iterations: number;
  readonly verdict: FitVerdict;
}
