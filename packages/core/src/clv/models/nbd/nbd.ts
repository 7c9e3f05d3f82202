import { startingAlpha } from '../starting-rate.ts';
import type { TransactionModel } from '../transaction-model.ts';
import { nbdForecast } from './nbd-forecast.ts';
import { nbdLogLikelihood } from './nbd-log-likelihood.ts';

/**
 * The NBD model: customers buy at Poisson rates λ ~ Gamma(r, α) and never leave. What is left of the other models where
 * the histories show no drop-out.
 *
 * Its likelihood is that of the moments of the purchases, as in the other models, and may be compared with theirs.
 *
 * Source: A. S. C. Ehrenberg (1959), "The Pattern of Consumer Purchases", Applied Statistics 8(1); conditional
 * expectation: D. G. Morrison & D. C. Schmittlein (1988), JBES 6(2), equation 8.
 * @example nbd.forecast([0.5, 20]).expectedTransactions({ frequency: 2, recency: 30, age: 40 }, 12) // 0.5
 */
export const nbd: TransactionModel = {
  id: 'nbd',
  parameterNames: ['r', 'alpha'],
  startingPoint: (histories) => Float64Array.of(1, startingAlpha(histories, 1)),
  logLikelihood: nbdLogLikelihood,
  forecast: (parameters) => nbdForecast(parameters[0]!, parameters[1]!),
};
