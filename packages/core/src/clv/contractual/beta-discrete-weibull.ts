import { ok, type Result } from '../../shared/result.ts';
import { digamma } from '../../numeric/digamma.ts';
import { logBeta } from '../../numeric/log-beta.ts';
import type { Objective } from '../../numeric/objective.ts';
import { trigamma } from '../../numeric/trigamma.ts';
import type { ContractFit } from './contract-fit.ts';
import { fitContractModel, type ContractModel } from './fit-contract-model.ts';
import { type RenewalTally, type SurvivorCounts, type SurvivorsRejection, tallyRenewals } from './renewal-tally.ts';

const betaDiscreteWeibull: ContractModel = {
  id: 'beta-discrete-weibull',
  parameterNames: ['gamma', 'delta', 'c'],
  startingPoint,
  logLikelihood,
};

/**
 * The beta-discrete-Weibull model of a subscription: as the shifted-beta-geometric one, but a customer's own chance to leave
 * falls (c < 1) or rises (c > 1) with age; at c = 1 they are the same. The survivors are S(t) = B(γ, δ+tᶜ)/B(γ, δ).
 *
 * @param cohorts customers at the beginning, then after each occasion to renew. Cohorts may be of different lengths.
 * @returns a fit, always within 50 iterations and finite; or a failure that names the count that cannot be.
 * Source: Fader, Hardie, Liu, Davin & Steenburgh (2018), "'How to Project Customer Retention' Revisited: The Role of
 * Duration Dependence", Journal of Interactive Marketing 43: the survivor function.
 * @example
 * ```ts
 * const result = fitBetaDiscreteWeibull([[1000, 631, 468, 382, 326, 289, 262, 241]]);
 * if (result.ok) result.value.parameterNames; // gamma, delta, c
 * ```
 */
export function fitBetaDiscreteWeibull(cohorts: readonly SurvivorCounts[]): Result<ContractFit, SurvivorsRejection> {
  const tally = tallyRenewals(cohorts);
  return tally.ok ? ok(fitContractModel(betaDiscreteWeibull, tally.value)) : tally;
}

function startingPoint({ renewed, left }: RenewalTally): readonly number[] {
  const gone = left.reduce((sum, count) => sum + count, 1);
  const all = renewed.reduce((sum, count) => sum + count, 1) + gone;
  return [2 * (gone / all), 2 * (1 - gone / all), 1];
}

/** ln S(t) and its derivatives by γ, δ and c at one t. */
interface Survival {
  readonly value: number;
  readonly first: readonly [gamma: number, delta: number, c: number];
  /** γγ, δγ, δδ, cγ, cδ, cc. */
  readonly second: readonly [number, number, number, number, number, number];
}

const atFirst: Survival = { value: 0, first: [0, 0, 0], second: [0, 0, 0, 0, 0, 0] };

function survivalAt(t: number, [gamma, delta, c]: readonly [number, number, number]): Survival {
  const power = t ** c;
  const bend = power * Math.log(t);
  const [shifted, total] = [delta + power, gamma + delta + power];
  const fromDelta = digamma(shifted) - digamma(delta);
  const fromTotal = digamma(total) - digamma(gamma + delta);
  const slope = digamma(shifted) - digamma(total);
  const deltaCurve = trigamma(shifted) - trigamma(delta);
  const totalCurve = trigamma(total) - trigamma(gamma + delta);
  const curve = trigamma(shifted) - trigamma(total);
  return {
    value: logBeta(gamma, shifted) - logBeta(gamma, delta),
    first: [-fromTotal, fromDelta - fromTotal, bend * slope],
    second: [
      -totalCurve,
      -totalCurve,
      deltaCurve - totalCurve,
      -bend * trigamma(total),
      bend * curve,
      bend * Math.log(t) * slope + bend * bend * curve,
    ],
  };
}

/** Of those there, S(t)/S(t−1) renew at the t-th occasion. */
function logLikelihood({ renewed, left }: RenewalTally): Objective {
  return (point) => {
    const parameters = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!)] as const;
    let value = 0;
    const first = new Float64Array(3);
    const second = new Float64Array(6);
    let before = atFirst;
    for (let t = 1; t <= renewed.length; t += 1) {
      const now = survivalAt(t, parameters);
      const [stayed, gone] = [renewed[t - 1]!, left[t - 1]!];
      const log = Math.min(now.value - before.value, -Number.MIN_VALUE);
      // d ln(1 − eˡ)/dl = −1/(e⁻ˡ − 1)
      const odds = 1 / Math.expm1(-log);
      value += (stayed > 0 ? stayed * log : 0) + (gone > 0 ? gone * logOfRest(log) : 0);
      const weight = stayed - (gone > 0 ? gone * odds : 0);
      const spread = gone > 0 ? gone * odds * (1 + odds) : 0;
      let place = 0;
      for (let row = 0; row < 3; row += 1) {
        const slope = now.first[row]! - before.first[row]!;
        first[row]! += weight * slope;
        for (let column = 0; column <= row; column += 1) {
          second[place]! += weight * (now.second[place]! - before.second[place]!);
          second[place]! -= spread * slope * (now.first[column]! - before.first[column]!);
          place += 1;
        }
      }
      before = now;
    }
    return { value, ...toLogScale(first, second, parameters) };
  };
}

/** ln(1 − eˡ) for l < 0. */
function logOfRest(log: number): number {
  return log > -Math.LN2 ? Math.log(-Math.expm1(log)) : Math.log1p(-Math.exp(log));
}

function toLogScale(first: Float64Array, second: Float64Array, parameters: readonly number[]) {
  const gradient = first.map((slope, row) => slope * parameters[row]!);
  const hessian = new Float64Array(9);
  let place = 0;
  for (let row = 0; row < 3; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const curvature = second[place]! * parameters[row]! * parameters[column]!;
      hessian[row * 3 + column] = curvature + (row === column ? gradient[row]! : 0);
      hessian[column * 3 + row] = hessian[row * 3 + column]!;
      place += 1;
    }
  }
  return { gradient, hessian };
}
