import { ok, type Result } from '../../shared/result.ts';
import type { Objective } from '../../numeric/objective.ts';
import type { ContractFit } from './contract-fit.ts';
import { fitContractModel, type ContractModel } from './fit-contract-model.ts';
import { type RenewalTally, type SurvivorCounts, type SurvivorsRejection, tallyRenewals } from './renewal-tally.ts';

const shiftedBetaGeometric: ContractModel = {
  id: 'shifted-beta-geometric',
  parameterNames: ['alpha', 'beta'],
  startingPoint,
  logLikelihood,
};

/**
 * The shifted-beta-geometric model of a subscription: at each occasion a customer leaves with a probability of their own,
 * which is Beta(alpha, beta)-distributed over customers. So retention rises with age, as who tends to leave is gone.
 *
 * @param cohorts customers at the beginning, then after each occasion to renew. Cohorts may be of different lengths.
 * @returns a fit, always within 50 iterations and finite; or a failure that names the count that cannot be.
 * Source: Fader & Hardie (2007), "How to Project Customer Retention", Journal of Interactive Marketing 21(1): P(T = t) and S(t).
 * @example
 * ```ts
 * const result = fitShiftedBetaGeometric([[1000, 869, 743, 653, 593, 551, 517, 491]]);
 * if (result.ok) result.value.parameters; // alpha 0.668, beta 3.806
 * ```
 */
export function fitShiftedBetaGeometric(cohorts: readonly SurvivorCounts[]): Result<ContractFit, SurvivorsRejection> {
  const tally = tallyRenewals(cohorts);
  return tally.ok ? ok(fitContractModel(shiftedBetaGeometric, tally.value)) : tally;
}

/** Customers about as different as two that leave with chances about the mean; that is the data's, with one more of each. */
function startingPoint({ renewed, left }: RenewalTally): readonly number[] {
  const gone = left.reduce((sum, count) => sum + count, 1);
  const all = renewed.reduce((sum, count) => sum + count, 1) + gone;
  return [2 * (gone / all), 2 * (1 - gone / all)];
}

/** At the t-th occasion a customer leaves with probability α/(α+β+t−1), and renews with (β+t−1)/(α+β+t−1). */
function logLikelihood({ renewed, left }: RenewalTally): Objective {
  return (point) => {
    const alpha = Math.exp(point[0]!);
    const beta = Math.exp(point[1]!);
    let value = 0;
    let [byAlpha, byBeta, alphaAlpha, alphaBeta, betaBeta] = [0, 0, 0, 0, 0];
    for (let t = 0; t < renewed.length; t += 1) {
      const stayed = renewed[t]!;
      const all = stayed + left[t]!;
      const sum = alpha + beta + t;
      const share = beta / (beta + t);
      const [alphaShare, betaShare] = [alpha / sum, beta / sum];
      value += left[t]! * Math.log(alphaShare) + stayed * Math.log((beta + t) / sum);
      byAlpha += left[t]! - all * alphaShare;
      byBeta += stayed * share - all * betaShare;
      alphaAlpha -= all * alphaShare * (1 - alphaShare);
      alphaBeta += all * alphaShare * betaShare;
      betaBeta += stayed * share * (1 - share) - all * betaShare * (1 - betaShare);
    }
    return {
      value,
      gradient: Float64Array.of(byAlpha, byBeta),
      hessian: Float64Array.of(alphaAlpha, alphaBeta, alphaBeta, betaBeta),
    };
  };
}
