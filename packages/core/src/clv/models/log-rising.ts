import { logBeta } from '../../numeric/log-beta.ts';
import { logGamma } from '../../numeric/log-gamma.ts';

/**
 * ln Γ(s + n) − ln Γ(s), without the loss of digits where s is large.
 *
 * @param s > 0
 * @param n whole number ≥ 0
 * @example logRising(1, 4) // ln 4!
 */
export function logRising(s: number, n: number): number {
  if (n > 32) return logGamma(n) - logBeta(s, n);
  let sum = 0;
  for (let j = 0; j < n; j += 1) sum += Math.log(s + j);
  return sum;
}
