import { startingAlpha } from '../starting-rate.ts';
import type { TransactionModel } from '../transaction-model.ts';
import { mbgCnbdKForecast } from './mbg-cnbd-k-forecast.ts';
import { mbgCnbdKLogLikelihood } from './mbg-cnbd-k-likelihood.ts';

/**
 * The MBG/CNBD-k model: a customer buys at every k-th beat of a Poisson process of rate λ, so that gaps are Erlang-k and
 * the more regular, the larger k is; after each purchase, the first too, they leave with probability p. λ is
 * Gamma(r, α)-distributed over customers, p is Beta(a, b). At k = 1 it is MBG/NBD. α bears the unit of time; the mean
 * rate of purchases while there is r/(kα).
 *
 * Source: Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the easy
 * way", International Journal of Research in Marketing 38(1), 194–215.
 *
 * @param k 1, 2, 3 …
 * @throws RangeError where k is not a whole number from 1 on.
 * @example
 * ```ts
 * const forecast = mbgCnbdK(2).forecast([1.33, 2.81, 0.42, 0.79]); // times in weeks
 * forecast.probabilityAlive({ frequency: 6, recency: 40, age: 52 }, 0); // 0.70
 * forecast.expectedTransactions({ frequency: 6, recency: 40, age: 52 }, 26); // 2.25 in the next half-year
 * ```
 */
export function mbgCnbdK(k: number): TransactionModel {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`The regularity k is a whole number from 1 on, not ${k}.`);
  return {
    id: 'mbg-cnbd-k',
    k,
    parameterNames: ['r', 'alpha', 'a', 'b'],
    startingPoint: (histories) => Float64Array.of(1, startingAlpha(histories, 1) / k, 1, 3),
    logLikelihood: (histories) => mbgCnbdKLogLikelihood(k, histories),
    forecast: (parameters) => mbgCnbdKForecast(k, parameters),
  };
}
