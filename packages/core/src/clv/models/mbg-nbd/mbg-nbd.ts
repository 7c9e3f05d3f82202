import { betaGeometricForecast } from '../beta-geometric/beta-geometric-forecast.ts';
import { betaGeometricLogLikelihood } from '../beta-geometric/beta-geometric-log-likelihood.ts';
import { startingAlpha } from '../starting-rate.ts';
import type { TransactionModel } from '../transaction-model.ts';

/** The first purchase can be the last. */
const firstChances = 1;

/**
 * The MBG/NBD model: BG/NBD, but customers may leave after their first purchase, too. So whoever bought once and then
 * never again is seen to be gone, as they are not in BG/NBD.
 *
 * Source: E. P. Batislam, M. Denizel & A. Filiztekin (2007), "Empirical Validation and Comparison of Models for Customer
 * Base Analysis", International Journal of Research in Marketing 24(3), equations 6 to 9; D. Hoppe & U. Wagner (2007),
 * Marketing JRM 3(2).
 * @example
 * ```ts
 * const cdnow = mbgNbd.forecast([0.52484, 6.18309, 0.89139, 1.61405]); // r, alpha, a, b; in weeks
 * cdnow.probabilityAlive({ frequency: 0, recency: 0, age: 38.86 }, 0); // 0.3897
 * ```
 */
export const mbgNbd: TransactionModel = {
  id: 'mbg-nbd',
  parameterNames: ['r', 'alpha', 'a', 'b'],
  startingPoint: (histories) => Float64Array.of(0.7, startingAlpha(histories, 0.5), 0.7, 1.5),
  logLikelihood: (histories) => betaGeometricLogLikelihood(histories, firstChances),
  forecast: (parameters) =>
    betaGeometricForecast(
      { r: parameters[0]!, alpha: parameters[1]!, a: parameters[2]!, b: parameters[3]! },
      firstChances,
    ),
};
