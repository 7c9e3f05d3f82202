import type { TransactionModel } from '../transaction-model.ts';
import { paretoNbdForecast } from './pareto-nbd-forecast.ts';
import { paretoNbdLogLikelihood } from './pareto-nbd-log-likelihood.ts';
import { paretoNbdStartingPoint } from './starting-point.ts';

/**
 * The Pareto/NBD model: customers buy at random, each at a rate λ ~ Gamma(r, α) of their own, until they leave for good,
 * unseen, at any time: at a rate μ ~ Gamma(s, β).
 *
 * Source: D. C. Schmittlein, D. G. Morrison & R. Colombo (1987), "Counting Your Customers: Who Are They and What Will They
 * Do Next?", Management Science 33(1); P. S. Fader & B. G. S. Hardie (2005), "A Note on Deriving the Pareto/NBD Model and
 * Related Expressions".
 * @example
 * ```ts
 * const cdnow = paretoNbd.forecast([0.55328, 10.57768, 0.60624, 11.66873]); // r, alpha, s, beta; in weeks
 * cdnow.probabilityAlive({ frequency: 26, recency: 30.86, age: 31 }, 0); // 0.9979
 * cdnow.expectedTransactions({ frequency: 26, recency: 30.86, age: 31 }, 52); // 25.46
 * ```
 */
export const paretoNbd: TransactionModel = {
  id: 'pareto-nbd',
  parameterNames: ['r', 'alpha', 's', 'beta'],
  startingPoint: paretoNbdStartingPoint,
  logLikelihood: paretoNbdLogLikelihood,
  forecast: (parameters) =>
    paretoNbdForecast({ r: parameters[0]!, alpha: parameters[1]!, s: parameters[2]!, beta: parameters[3]! }),
};
