import type { Random } from '../../shared/random.ts';
import { drawNormal } from './draw-normal.ts';

/**
 * A gamma-distributed number with mean `shape / rate`.
 *
 * @param shape above 0.
 * @param rate above 0; the α of the NBD models, in units of time.
 * @see G. Marsaglia and W. W. Tsang, A Simple Method for Generating Gamma Variables, ACM TOMS 26(3), 2000
 */
export function drawGamma(random: Random, shape: number, rate: number): number {
  if (shape < 1) {
    const boost = (1 - random.next()) ** (1 / shape);
    return drawGamma(random, shape + 1, rate) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log1p(-random.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}
