import type { Random } from '../../shared/random.ts';
import { addPrior } from '../fitting/add-prior.ts';
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
 * Possible parameters of a store's purchases, given its data: each draw as likely as the next. Where the data leave them
 * open, and with very many customers, they are drawn from the normal approximation, and the effective sample size is 0.
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
  const isOpen = fit.verdict.code !== 'converged' && prior === undefined;
  if (isOpen || histories.size > customersForNormal) {
    const points = drawNormalApproximation(peak, count, random);
    return { points: points.map((point) => point.map(Math.exp)), effectiveSampleSize: 0 };
  }
  const logLikelihood = getTransactionModel(fit.modelId, fit.k).logLikelihood(histories);
  const density = prior === undefined ? logLikelihood : addPrior(logLikelihood, prior);
  const draws = drawPosterior(density, peak, { proposals, count }, random);
  return { ...draws, points: draws.points.map((point) => point.map(Math.exp)) };
}
