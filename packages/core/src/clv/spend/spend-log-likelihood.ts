import { digamma } from '../../numeric/digamma.ts';
import { logGamma } from '../../numeric/log-gamma.ts';
import type { Objective } from '../../numeric/objective.ts';
import { trigamma } from '../../numeric/trigamma.ts';
import { tallyFrequencies } from '../histories/frequency-tally.ts';
import { addSpenders } from './add-spenders.ts';
import type { Spenders } from './find-spenders.ts';

/**
 * The log-likelihood of the Gamma-Gamma model by (ln p, ln q, ln γ). Functions of x are worked out once for each
 * different x, over whose customers the rest is three sums.
 *
 * Source: P. S. Fader & B. G. S. Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025, equation 1a.
 */
export function spendLogLikelihood({ frequency, meanSpend }: Spenders): Objective {
  const { frequency: x, count, start, index } = tallyFrequencies(frequency);
  const next = start.slice();
  const total = new Float64Array(index.length);
  const logTotal = new Float64Array(x.length);
  let logMeans = 0;
  for (let row = 0; row < index.length; row += 1) {
    const group = index[row]!;
    const spent = frequency[row]! * meanSpend[row]!;
    total[next[group]!] = spent;
    next[group]! += 1;
    const log = Math.log(meanSpend[row]!);
    logMeans += log;
    logTotal[group]! += log + Math.log(x[group]!);
  }
  return (point) => {
    const [p, q, gamma] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!)];
    const [logGammaQ, digammaQ, trigammaQ] = [logGamma(q), digamma(q), trigamma(q)];
    let value = 0 - logMeans;
    let [byP, byQ, byGamma] = [0, 0, 0];
    let [byPP, byPQ, byQQ, byPGamma, byQGamma, byGammaGamma] = [0, 0, 0, 0, 0, 0];
    for (let group = 0; group < x.length; group += 1) {
      const n = count[group]!;
      const k = x[group]!;
      const [inner, outer] = [p * k, p * k + q];
      const { log, inverse, square } = addSpenders(total, [start[group]!, start[group + 1]!], gamma);
      const [slope, curve] = [digamma(outer), trigamma(outer)];
      // log is the sum of ln(1 + y/γ), y what the customer spent in all.
      const logShare = logTotal[group]! - n * point[2]! - log;
      value += n * (logGamma(outer) - logGamma(inner) - logGammaQ) + inner * logShare - q * log;
      byP += k * (n * (slope - digamma(inner)) + logShare);
      byQ += n * (slope - digammaQ) - log;
      byGamma += (n * q) / gamma - outer * inverse;
      byPP += k * k * n * (curve - trigamma(inner));
      byPQ += k * n * curve;
      byQQ += n * (curve - trigammaQ);
      byPGamma -= k * inverse;
      byQGamma += n / gamma - inverse;
      byGammaGamma += outer * square - (n * q) / (gamma * gamma);
    }
    const [pq, pGamma, qGamma] = [p * q * byPQ, p * gamma * byPGamma, q * gamma * byQGamma];
    const gradient = Float64Array.of(p * byP, q * byQ, gamma * byGamma);
    const [pp, qq] = [p * p * byPP + gradient[0]!, q * q * byQQ + gradient[1]!];
    const gammaGamma = gamma * gamma * byGammaGamma + gradient[2]!;
    const hessian = Float64Array.of(pp, pq, pGamma, pq, qq, qGamma, pGamma, qGamma, gammaGamma);
    return { value, gradient, hessian };
  };
}
