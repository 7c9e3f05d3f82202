import { betaGeometricForecast } from '../beta-geometric/beta-geometric-forecast.ts';
import { betaGeometricLogLikelihood } from '../beta-geometric/beta-geometric-log-likelihood.ts';
import { startingAlpha } from '../starting-rate.ts';
import type { TransactionModel } from '../transaction-model.ts';

/** Nobody can have left with their first purchase. */
const firstChances = 0;

/**
 * The BG/NBD model: customers buy at Poisson rates λ ~ Gamma(r, α); after each purchase but the first they leave with a
 * chance p ~ Beta(a, b) of their own.
 *
 * It holds everyone who bought once for alive, for ever: good for comparison, not for P(alive).
 *
 * Source: P. S. Fader, B. G. S. Hardie & K. L. Lee (2005), "Counting Your Customers the Easy Way: An Alternative to the
 * Pareto/NBD Model", Marketing Science 24(2); likelihood: equation 6, conditional expectation: equation 10.
 * @example
 * ```ts
 * const cdnow = bgNbd.forecast([0.24259, 4.41354, 0.79292, 2.4259]); // r, alpha, a, b; in weeks
 * cdnow.expectedTransactions({ frequency: 2, recency: 30.43, age: 38.86 }, 39); // 1.2259
 * ```
 */
export const bgNbd: TransactionModel = {
  id: 'bg-nbd',
  parameterNames: ['r', 'alpha', 'a', 'b'],
  startingPoint: (histories) => Float64Array.of(0.5, startingAlpha(histories, 0.5), 0.7, 2),
  logLikelihood: (histories) => betaGeometricLogLikelihood(histories, firstChances),
  forecast: (parameters) =>
    betaGeometricForecast(
      { r: parameters[0]!, alpha: parameters[1]!, a: parameters[2]!, b: parameters[3]! },
      firstChances,
    ),
};
