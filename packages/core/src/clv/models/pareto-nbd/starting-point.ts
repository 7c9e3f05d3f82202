import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { sampleHistories } from '../../histories/sample-histories.ts';
import { startingAlpha } from '../starting-rate.ts';
import { expectedPurchases } from './alive-future.ts';
import { paretoNbdLogLikelihood } from './pareto-nbd-log-likelihood.ts';

/** β in proportion to how long customers have been watched: they leave soon, in the course of it, or hardly ever. */
const lifeScales = [0.03, 0.3, 3];
const [r, s] = [0.7, 0.6];
const sampleSize = 300;

/**
 * Where to begin: of three scales of lifetimes, each with the rate that explains what was bought in them, the one that a
 * few customers find likeliest. From a wrong scale Newton's method would take tens of passes over all.
 */
export function paretoNbdStartingPoint(histories: PurchaseHistories): Float64Array {
  const sample = histories.size > sampleSize ? sampleHistories(histories, sampleSize) : histories;
  const alpha = startingAlpha(sample, r);
  const age = sample.age.reduce((sum, each) => sum + each, 0) / sample.size;
  const fallback = Float64Array.of(r, alpha, s, alpha);
  if (!(age > 1e-30 && age < 1e30)) return fallback;
  const likelihood = paretoNbdLogLikelihood(sample);
  const points = lifeScales.map((scale) => {
    const beta = scale * age;
    const lifetime = expectedPurchases({ r: 1, alpha: 1, s, beta }, age);
    return Float64Array.of(r, alpha * (lifetime / age), s, beta);
  });
  const values = points.map((point) => likelihood(point.map(Math.log)).value);
  return points[values.indexOf(Math.max(...values))] ?? fallback;
}
