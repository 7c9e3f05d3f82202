import type { Random } from '../../shared/random.ts';
import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { drawNormalApproximation, drawPosterior, type PosteriorDraws } from './draw-posterior.ts';

export interface DrawOptions {
  readonly proposals: number;
  readonly count: number;
  readonly prior?: LogNormalPrior | undefined;
}

/** With more customers than this the likelihood is normal in the parameters' logarithms for all that can be seen. */
const customersForNormal = 20_000;

/**
 * Possible parameters of a store's purchases, given its data: each draw as likely as the next.
 *
 * @param histories those that the fit is of.
 * @example
 * ```ts
 * const { points } = drawParameters(fit, histories, { proposals: 4000, count: 4000 }, createRandom(1));
 * points.map(([r = 0]) => r); // what r may be
 * ```
 */
export function drawParameters(
  fit: TransactionFit,
  histories: PurchaseHistories,
  { proposals, count, prior }: DrawOptions,
  random: Random,
): PosteriorDraws {
  const peak = { point: fit.parameters.map(Math.log), covariance: fit.logCovariance };
  if (histories.size > customersForNormal) {
    const points = drawNormalApproximation(peak, count, random);
    return { points: points.map((point) => point.map(Math.exp)), effectiveSampleSize: 0 };
  }
  const logLikelihood = getTransactionModel(fit.modelId, fit.k).logLikelihood(histories);
  const logDensity = (point: Float64Array) => logLikelihood(point).value + (prior ? toLogPrior(prior, point) : 0);
  const draws = drawPosterior(logDensity, peak, { proposals, count }, random);
  return { ...draws, points: draws.points.map((point) => point.map(Math.exp)) };
}

/** Up to a constant. */
function toLogPrior({ mean, precision }: LogNormalPrior, point: Float64Array): number {
  let sum = 0;
  for (const [row, left] of mean.entries()) {
    for (const [column, right] of mean.entries()) {
      sum += precision[row * mean.length + column]! * (point[row]! - left) * (point[column]! - right);
    }
  }
  return -sum / 2;
}
