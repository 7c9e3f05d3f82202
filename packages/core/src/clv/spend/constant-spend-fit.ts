import type { Spenders } from './find-spenders.ts';
import type { SpendFit } from './spend-fit.ts';
import { judgeSpend } from './judge-spend.ts';
import { spendLogLikelihood } from './spend-log-likelihood.ts';

/** Of p and q: so large that no amount differs from the mean by more than some one in ten thousand. */
const narrow = 1e8;

/**
 * Where all purchases cost the same the likelihood rises for ever toward p = q = ∞; this is near enough. Where they cost
 * nothing γ is 0, and so is all spend.
 */
export function constantSpendFit(spenders: Spenders, mean: number): SpendFit {
  const [p, q, gamma] = [narrow, narrow, mean];
  const point = Float64Array.of(Math.log(p), Math.log(q), Math.log(gamma));
  const variance = 1 / narrow;
  const verdict = { converged: true, known: true, leftOut: spenders.leftOut, leftOpen: false, heavyTail: false };
  return {
    p,
    q,
    gamma,
    standardErrors: [null, null, null],
    logCovariance: [variance, 0, 0, 0, variance, 0, 0, 0, variance],
    logLikelihood: spendLogLikelihood(spenders)(point).value,
    converged: true,
    verdict: judgeSpend({ ...verdict, isConstant: true }),
  };
}
