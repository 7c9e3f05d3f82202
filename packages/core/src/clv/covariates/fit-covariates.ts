import { cholesky } from '../../numeric/cholesky.ts';
import { invertByCholesky } from '../../numeric/invert-by-cholesky.ts';
import { maximizeByNewton } from '../../numeric/maximize-by-newton.ts';
import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { centerEffects } from './center-effects.ts';
import type { CovariateEffects, CovariateFit } from './covariate-fit.ts';
import { describeEffect } from './describe-effect.ts';
import { placeOf, toEffectsObjective } from './effects-objective.ts';
import { getEffectDirections } from './to-label-parameters.ts';
import { findLabels, groupLabelled, type KnownLabels } from './labelled-groups.ts';

/** What is known with the covariates that were found to matter. */
export interface CovariateResult {
  readonly covariates: CovariateFit;
  /** Of customers without labels: the parameters from which effects lead to the others'. */
  readonly transactions: TransactionFit;
}

/** Chance alone makes a covariate seem to matter so rarely. */
const significance = 1e-3;

/**
 * What customers' labels tell of how often they buy and how soon they leave. A covariate stays out unless its likelihood
 * ratio is more than chance would give; null when all stay out.
 *
 * @param fit of the histories without labels.
 */
export function fitCovariates(
  fit: TransactionFit,
  histories: PurchaseHistories,
  labels: NonNullable<StorePurchases['labels']>,
): CovariateResult | null {
  if (fit.modelId === 'bg-bb') return null;
  const candidates = Object.entries(labels).flatMap(([name, column]) => findLabels(name, column) ?? []);
  const telling = candidates.flatMap((candidate) => {
    const { gain } = climb(fit, histories, labels, [candidate]);
    const parameterCount = candidate.labels.length * (fit.modelId === 'nbd' ? 1 : 2);
    return 2 * gain > chiSquareQuantile(1 - significance, parameterCount) ? [{ candidate, gain, parameterCount }] : [];
  });
  if (telling.length === 0) return null;
  const known = telling.map(({ candidate }) => candidate);
  const { point, deviations, covariance, gain } = climb(fit, histories, labels, known);
  const count = fit.parameters.length;
  const covariates = telling.map(({ candidate, ...told }, which): CovariateEffects => ({
    name: candidate.name,
    logLikelihoodGain: told.gain,
    parameterCount: told.parameterCount,
    effects: candidate.labels.map((label, place) => {
      const at = placeOf(known, count, which, place);
      return describeEffect(label, candidate.customerCounts[place]!, {
        logPurchaseRate: point[at]!,
        logPurchaseRateDeviation: deviations[at]!,
        logDropOut: point[at + 1]!,
        logDropOutDeviation: deviations[at + 1]!,
      });
    }),
  }));
  const parameters = Array.from(point.subarray(0, count), Math.exp);
  return {
    covariates: { covariates },
    transactions: {
      ...fit,
      parameters,
      standardErrors: parameters.map((value, place) => value * deviations[place]!),
      logCovariance: covariance,
      logLikelihood: fit.logLikelihood + gain,
    },
  };
}

/** The top of the likelihood with the effects of some covariates, and what it gained by them. */
function climb(
  fit: TransactionFit,
  histories: PurchaseHistories,
  labels: NonNullable<StorePurchases['labels']>,
  known: readonly KnownLabels[],
) {
  const count = fit.parameters.length;
  const groups = groupLabelled(histories, labels, known);
  const objective = toEffectsObjective(getTransactionModel(fit.modelId, fit.k), groups, known);
  const size = placeOf(known, count, known.length, 0);
  const start = Float64Array.from({ length: size }, (_, place) => Math.log(fit.parameters[place] ?? 1));
  const before = objective(start).value;
  const { point, value, hessian } = maximizeByNewton(objective, start);
  const factor = cholesky(
    hessian.map((entry) => -entry),
    size,
  );
  const inverse = factor === null ? new Float64Array(size * size) : invertByCholesky(factor, size);
  const directions = getEffectDirections(fit.parameterNames);
  const centered = centerEffects({ point, covariance: inverse }, known, count, directions);
  const deviations = Float64Array.from({ length: size }, (_, place) =>
    Math.sqrt(Math.max(0, centered.covariance[place * size + place]!)),
  );
  const covariance = fit.logCovariance.map(
    (_, cell) => centered.covariance[Math.floor(cell / count) * size + (cell % count)]!,
  );
  return { point: centered.point, deviations, covariance, gain: value - before };
}

/** Source: E. B. Wilson & M. M. Hilferty (1931), "The Distribution of Chi-Square", PNAS 17. */
function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  const part = 2 / (9 * degreesOfFreedom);
  return degreesOfFreedom * (1 - part + normalQuantile(probability) * Math.sqrt(part)) ** 3;
}
