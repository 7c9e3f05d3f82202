import { maximizeByNewton } from '../../numeric/maximize-by-newton.ts';
import { addPrior } from '../fitting/add-prior.ts';
import { covarianceAt, covarianceOf, isDetermined } from '../fitting/covariance-at.ts';
import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import { standardErrorsOf } from '../fitting/standard-errors.ts';
import { weakPrior } from '../fitting/weak-prior.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { constantSpendFit } from './constant-spend-fit.ts';
import { findSpenders, type Spenders } from './find-spenders.ts';
import { holdMean, type ObservedMean } from './hold-mean.ts';
import { judgeSpend, type SpendAttempt } from './judge-spend.ts';
import type { SpendFit } from './spend-fit.ts';
import { spendLogLikelihood } from './spend-log-likelihood.ts';

export interface SpendOptions {
  /** Believed of p, q and γ beforehand. */
  readonly prior?: LogNormalPrior;
  /** What a purchase costs where nobody's later ones tell, say the mean of all first purchases; may be 0. */
  readonly typicalSpend?: number;
}

const [startingP, startingQ] = [4, 4];
const mostIterations = 24;

/**
 * The Gamma-Gamma model of spend with the parameters that fit the histories best. It always ends, within 50 iterations, with
 * finite parameters, q > 1 (so that mean spend is finite) and a verdict in words.
 *
 * Customers who came back without spending anything are left out, and counted in the verdict. If all purchases cost the
 * same, or nothing, so says the verdict, and so do all forecasts. If spend is so unequal that q would be 1 or less, the mean observed
 * is held on to. If nobody's spend is known, the parameters are the prior's, around `typicalSpend`.
 *
 * Source: P. S. Fader & B. G. S. Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025.
 * @example fitSpendModel(histories) // { p, q, gamma, standardErrors, … }
 */
export function fitSpendModel(histories: PurchaseHistories, options: SpendOptions = {}): SpendFit {
  const spenders = findSpenders(histories);
  const { leftOut } = spenders;
  const observed = observeMean(spenders, options.typicalSpend ?? (leftOut > 0 ? 0 : 1));
  if (observed.mean === 0 || (options.prior === undefined && observed.isConstant))
    return constantSpendFit(spenders, observed.mean);

  const likelihood = spendLogLikelihood(spenders);
  const start = [startingP, startingQ, (observed.mean * (startingQ - 1)) / startingP];
  const prior = options.prior ?? weakPrior(start);
  const from = start.map(Math.log);
  const known = spenders.frequency.length > 0;
  let heavyTail = false;

  if (options.prior === undefined && known) {
    const alone = maximizeByNewton(likelihood, from, { maxIterations: mostIterations });
    const covariance = covarianceAt(alone);
    const isKnown = covariance !== null && isDetermined(alone, covariance);
    heavyTail = isKnown && !isMeanKnown(alone.point, covariance);
    if (isKnown && !heavyTail) {
      const verdict = { converged: true, known, leftOut, leftOpen: false, heavyTail };
      return toFit({ point: alone.point, covariance, logLikelihood: alone.value, priorCovariance: null, verdict });
    }
  }

  const objective = holdMean(addPrior(likelihood, prior), observed);
  const held = maximizeByNewton(objective, [from[0]!, Math.log(startingQ - 1), from[2]!], {
    maxIterations: mostIterations,
  });
  const excess = Math.exp(held.point[1]!);
  const point = Float64Array.of(held.point[0]!, Math.log1p(excess), held.point[2]!);
  const scale = [1, excess / (1 + excess), 1];
  const inner = covarianceAt(held);
  const priorCovariance = covarianceOf(prior);
  const covariance =
    inner === null ? priorCovariance : inner.map((each, k) => each * scale[Math.floor(k / 3)]! * scale[k % 3]!);
  const { converged } = held;
  const verdict = { converged, known, leftOut, leftOpen: options.prior === undefined, heavyTail };
  return toFit({ point, covariance, logLikelihood: likelihood(point).value, priorCovariance, verdict });
}

interface Fitted {
  readonly point: Float64Array;
  readonly covariance: Float64Array;
  readonly logLikelihood: number;
  readonly priorCovariance: Float64Array | null;
  readonly verdict: SpendAttempt;
}

function toFit({ point, covariance, logLikelihood, priorCovariance, verdict }: Fitted): SpendFit {
  const parameters = Array.from(point, Math.exp);
  return {
    p: parameters[0]!,
    q: parameters[1]!,
    gamma: parameters[2]!,
    standardErrors: verdict.known ? standardErrorsOf(parameters, covariance, priorCovariance) : [null, null, null],
    logCovariance: Array.from(covariance),
    logLikelihood,
    converged: verdict.converged,
    verdict: judgeSpend(verdict),
  };
}

/** Whether q lies above 1 by more than its standard error: only there is the mean spend of a newcomer finite. */
function isMeanKnown(point: Float64Array, covariance: Float64Array): boolean {
  const q = Math.exp(point[1]!);
  return q - 1 > q * Math.sqrt(covariance[4]!);
}

interface Observation extends ObservedMean {
  readonly mean: number;
  /** Whether nobody's mean differs from the others' by more than one in ten thousand. */
  readonly isConstant: boolean;
}

function observeMean({ meanSpend }: Spenders, typicalSpend: number): Observation {
  const size = meanSpend.length;
  if (size === 0) return { mean: typicalSpend, logMean: Math.log(typicalSpend), logVariance: 1, isConstant: false };
  const mean = meanSpend.reduce((sum, value) => sum + value / size, 0);
  const variance = meanSpend.reduce((sum, value) => sum + (value / mean - 1) ** 2 / size, 0);
  return {
    mean,
    logMean: Math.log(mean),
    logVariance: Math.max(variance, 0.1) / size,
    isConstant: size > 1 && variance < 1e-8,
  };
}
