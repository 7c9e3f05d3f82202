import { addPrior } from '../fitting/add-prior.ts';
import { standardErrorsOf } from '../fitting/standard-errors.ts';
import { weakPrior } from '../fitting/weak-prior.ts';
import { cholesky } from '../../numeric/cholesky.ts';
import { invertByCholesky } from '../../numeric/invert-by-cholesky.ts';
import { maximizeByNewton, type Maximum } from '../../numeric/maximize-by-newton.ts';
import type { Objective } from '../../numeric/objective.ts';
import type { ContractFit, ContractModelId, ContractVerdict } from './contract-fit.ts';
import type { RenewalTally } from './renewal-tally.ts';

export interface ContractModel {
  readonly id: ContractModelId;
  readonly parameterNames: readonly string[];
  /** Where fitting begins, and what is believed beforehand where the data say nothing. */
  startingPoint(tally: RenewalTally): readonly number[];
  /** Over the logarithms of the parameters. */
  logLikelihood(tally: RenewalTally): Objective;
}

/** The objective is asked no more often than this, all in all. */
const mostIterations = 50;
const withoutPrior = 30;
/** No parameter goes further from 1 than a factor of e¹²: there customers are all alike, or all different. */
const bound = 12;
/** A parameter known to a factor of e³ at best is not known. */
const largestDeviation = 3;

/** The greatest likelihood, or where it leaves a parameter open, the greatest posterior density with a weak prior. */
export function fitContractModel(model: ContractModel, tally: RenewalTally): ContractFit {
  const likelihood = model.logLikelihood(tally);
  const startingPoint = model.startingPoint(tally);
  const size = startingPoint.length;
  const hasLosses = tally.left.some((count) => count > 0);
  let used = 0;
  if (hasLosses) {
    const alone = maximizeByNewton(likelihood, startingPoint.map(Math.log), { maxIterations: withoutPrior, bound });
    used = alone.iterations;
    const covariance = covarianceAt(alone);
    if (alone.converged && covariance !== null && alone.point.every((_, k) => isKnown(covariance[k * size + k]!))) {
      const message = 'Converged: no other parameters nearby fit better.';
      return toFit(alone, covariance, null, { code: 'converged', message });
    }
  }
  const prior = weakPrior(startingPoint);
  const priorCovariance = invertByCholesky(cholesky(prior.precision, size)!, size);
  const maximum = maximizeByNewton(addPrior(likelihood, prior), prior.mean, {
    maxIterations: mostIterations - used,
    bound,
  });
  used += maximum.iterations;
  return toFit(maximum, covarianceAt(maximum) ?? priorCovariance, priorCovariance, judge(maximum.converged, hasLosses));

  function toFit(
    { point, converged }: Maximum,
    covariance: Float64Array,
    priorCovariance: Float64Array | null,
    verdict: ContractVerdict,
  ): ContractFit {
    const parameters = Array.from(point, Math.exp);
    return {
      modelId: model.id,
      parameterNames: model.parameterNames,
      parameters,
      standardErrors: standardErrorsOf(parameters, covariance, priorCovariance),
      logCovariance: Array.from(covariance),
      logLikelihood: likelihood(point).value,
      customers: tally.customers,
      occasions: tally.renewed.length,
      converged,
      iterations: used,
      verdict,
    };
  }
}

function isKnown(variance: number): boolean {
  return variance < largestDeviation ** 2;
}

/** The inverse of the negative Hessian; null where that is not positive definite. */
function covarianceAt({ hessian, point }: Maximum): Float64Array | null {
  const factor = cholesky(
    hessian.map((value) => -value),
    point.length,
  );
  return factor === null ? null : invertByCholesky(factor, point.length);
}

function judge(converged: boolean, hasLosses: boolean): ContractVerdict {
  if (!converged) {
    const message = 'Stopped after the last iteration allowed: a better fit may exist. Check the cohorts for extremes.';
    return { code: 'stopped', message };
  }
  if (!hasLosses) {
    return {
      code: 'noLosses',
      message: 'Nobody has left yet: the parameters are what was believed before, made to allow that nobody did.',
    };
  }
  return {
    code: 'ridge',
    message:
      'The data fit a whole range of parameters about equally well, as where customers are all alike or have had few occasions to leave: where they say nothing a weak prior decides.',
  };
}
