import type { Objective } from '../../numeric/objective.ts';
import type { Random } from '../../shared/random.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { PurchaseHistory } from '../histories/purchase-history.ts';

export type TransactionModelId = 'bg-nbd' | 'mbg-nbd' | 'pareto-nbd' | 'mbg-cnbd-k' | 'bg-bb' | 'nbd';

/** A model of when customers buy and when they leave, with its parameters still open. All parameters are positive. */
export interface TransactionModel {
  readonly id: TransactionModelId;
  /** The regularity of `mbg-cnbd-k`; 1 when left out. */
  readonly k?: number;
  /** As in the papers, in the order in which parameters stand everywhere. */
  readonly parameterNames: readonly string[];
  /** Where fitting begins when nothing better is known; finite and positive for every set of histories. */
  startingPoint(histories: PurchaseHistories): Float64Array;
  /**
   * The log-likelihood of the histories as a function of the parameters' logarithms, with both derivatives. What can be
   * worked out once for all points is worked out here.
   */
  logLikelihood(histories: PurchaseHistories): Objective;
  forecast(parameters: ArrayLike<number>): TransactionForecast;
}

/**
 * What a model with given parameters says of one customer. Durations are in the histories' unit and count from the end
 * of observation. A customer not yet seen is the history `newcomer`.
 *
 * Every answer is finite, and inside its natural range, for every history with 0 ≤ recency ≤ age, frequency up to 10⁶.
 */
export interface TransactionForecast {
  logLikelihood(history: PurchaseHistory): number;
  /** P(alive) after another `duration`; at 0, now. */
  probabilityAlive(history: PurchaseHistory, duration: number): number;
  /** Mean number of purchases in (0, duration]. */
  expectedTransactions(history: PurchaseHistory, duration: number): number;
  /** P(no purchase in (0, duration]); does not grow with the duration. */
  probabilityOfNone(history: PurchaseHistory, duration: number): number;
  /** P(exactly n purchases in (0, duration]) for n = 0 … upTo. */
  transactionProbabilities(history: PurchaseHistory, duration: number, upTo: number): Float64Array;
  /** One possible future: when the purchases in (0, duration] are made, ascending. */
  drawPurchases(history: PurchaseHistory, duration: number, random: Random): number[];
}
