import { gaussLegendre } from '../../numeric/gauss-legendre.ts';
import { daysPerYear } from '../time-unit.ts';
import type { CustomerScore } from './customer-score.ts';

/** Who has not bought within ten years is not waited for. */
const patienceDays = 10 * daysPerYear;
const precisionDays = 0.01;
const { nodes, weights } = gaussLegendre(24);

/**
 * When a customer buys next, from how likely they are to let a time pass without.
 *
 * @param probabilityOfNone P(no purchase within that many days); does not grow.
 */
export function foreseeNextPurchase(probabilityOfNone: (days: number) => number): CustomerScore['nextPurchase'] {
  const never = probabilityOfNone(patienceDays);
  const probability = 1 - never;
  if (!(probability > 1e-12)) return { probability: 0, expectedDays: null, quantilesDays: null };
  let expectedDays = 0;
  for (const [index, node] of nodes.entries()) {
    const waiting = probabilityOfNone(patienceDays * node ** 3) - never;
    expectedDays += patienceDays * 3 * node ** 2 * weights[index]! * Math.max(0, waiting / probability);
  }
  const quantile = (share: number) => findDay(probabilityOfNone, 1 - share * probability);
  return { probability, expectedDays, quantilesDays: { q10: quantile(0.1), q50: quantile(0.5), q90: quantile(0.9) } };
}

/** The day at which a function that does not grow has fallen to the level. */
function findDay(falling: (days: number) => number, level: number): number {
  let [low, high] = [0, 1];
  while (high < patienceDays && falling(high) > level) [low, high] = [high, Math.min(2 * high, patienceDays)];
  while (high - low > Math.max(precisionDays, 1e-4 * high)) {
    const middle = (low + high) / 2;
    if (falling(middle) > level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
