import { maximizeByNewton, type Maximum } from '../../numeric/maximize-by-newton.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { TransactionModel } from '../models/transaction-model.ts';
import { addPrior } from './add-prior.ts';
import { covarianceAt, covarianceOf, isDetermined } from './covariance-at.ts';
import { judgeFit, type FitAttempt } from './judge-fit.ts';
import type { LogNormalPrior } from './log-normal-prior.ts';
import { showsChurn } from './shows-churn.ts';
import { standardErrorsOf } from './standard-errors.ts';
import type { TransactionFit } from './transaction-fit.ts';
import { warmStart } from './warm-start.ts';
import { weakPrior } from './weak-prior.ts';

export interface FitOptions {
  /** Believed beforehand; without it the data alone decide, where they can. */
  readonly prior?: LogNormalPrior;
  /** Where to begin, say with the parameters of yesterday's fit: finite and positive. */
  readonly start?: ArrayLike<number>;
}

/** The objective is asked no more often than this, all in all. */
const mostIterations = 50;
/** How many of them the data alone get, before a weak prior helps. */
const withoutPrior = 32;

/**
 * The parameters with which a model fits the histories best: those of the greatest likelihood, or, with a prior, of the
 * greatest posterior density by log-parameters. It always ends, within 50 iterations, with finite parameters above 0 and a
 * verdict in words. Where the data leave the parameters open (nobody returns, nobody leaves, a direction that changes
 * nothing) a weak prior of the order of the starting point closes them, and the verdict says so.
 *
 * @param histories at least one customer; times in the unit in which the parameters are wanted.
 * Source: maximum likelihood by Newton's method on log-parameters; standard errors by the delta method.
 * @example fitTransactionModel(mbgNbd, histories).parameters // r, alpha, a, b
 */
export function fitTransactionModel(
  model: TransactionModel,
  histories: PurchaseHistories,
  options: FitOptions = {},
): TransactionFit {
  const likelihood = model.logLikelihood(histories);
  const isWithin = (point: Float64Array) => showsChurn(model.id, point.map(Math.exp));
  const hasRepeats = histories.frequency.some((frequency) => frequency > 0);
  const given = options.prior;
  const warm = options.start === undefined && hasRepeats ? warmStart(model, histories, given) : null;
  const start = options.start ?? warm?.parameters ?? given?.mean.map(Math.exp) ?? model.startingPoint(histories);
  let used = warm?.iterations ?? 0;

  let alone: Maximum | null = null;
  if (given === undefined && hasRepeats) {
    alone = maximizeByNewton(likelihood, toLogs(start), { maxIterations: withoutPrior - used, isWithin });
    used += alone.iterations;
  }
  const aloneCovariance = alone === null ? null : covarianceAt(alone);
  if (alone !== null && aloneCovariance !== null && isDetermined(alone, aloneCovariance) && isWithin(alone.point)) {
    return toFit({ maximum: alone, covariance: aloneCovariance, logLikelihood: alone.value, prior: null, used });
  }

  const prior = given ?? weakPrior(model.startingPoint(histories));
  const from = given === undefined ? prior.mean : toLogs(start);
  const maximum = maximizeByNewton(addPrior(likelihood, prior), from, { maxIterations: mostIterations - used - 1 });
  used += maximum.iterations + 1;
  const { value } = likelihood(maximum.point);
  const covariance = covarianceAt(maximum) ?? covarianceOf(prior);
  return toFit({ maximum, covariance, logLikelihood: value, prior, used });

  function toFit(fit: Fitted): TransactionFit {
    const parameters = Array.from(fit.maximum.point, Math.exp);
    const attempt: FitAttempt = {
      converged: fit.maximum.converged,
      hasRepeats,
      leftOpen: fit.prior !== null && given === undefined,
      showsChurn: isWithin(fit.maximum.point) && (alone === null || isWithin(alone.point)),
    };
    return {
      modelId: model.id,
      k: model.k ?? 1,
      parameterNames: model.parameterNames,
      parameters,
      standardErrors: standardErrorsOf(parameters, fit.covariance, fit.prior && covarianceOf(fit.prior)),
      logCovariance: Array.from(fit.covariance),
      logLikelihood: fit.logLikelihood,
      converged: fit.maximum.converged,
      iterations: fit.used,
      verdict: judgeFit(attempt),
    };
  }
}

interface Fitted {
  readonly maximum: Maximum;
  readonly covariance: ArrayLike<number>;
  readonly logLikelihood: number;
  /** What took part in it besides the data. */
  readonly prior: LogNormalPrior | null;
  readonly used: number;
}

function toLogs(parameters: ArrayLike<number>): Float64Array {
  return Float64Array.from(parameters, Math.log);
}
