import type { Random } from '../../shared/random.ts';
import { logGamma } from '../log-gamma.ts';

/**
 * A Poisson-distributed count.
 *
 * @param mean ≥ 0; up to 10¹⁵.
 * @see W. Hörmann, The Transformed Rejection Method for Generating Poisson Random Variables (PTRS), Insurance:
 * Mathematics and Economics 12(1), 1993; by inversion below a mean of 10
 * @example drawPoisson(createRandom(1), 2.5) // 0, 1, 2 …, 2.5 on average
 */
export function drawPoisson(random: Random, mean: number): number {
  return mean < 10 ? drawByInversion(random, mean) : drawByRejection(random, mean);
}

function drawByInversion(random: Random, mean: number): number {
  let left = random.next();
  let share = Math.exp(-mean);
  let count = 0;
  while (left >= share && share > 0) {
    left -= share;
    count += 1;
    share *= mean / count;
  }
  return count;
}

function drawByRejection(random: Random, mean: number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = random.next() - 0.5;
    const v = 1 - random.next();
    const distance = 0.5 - Math.abs(u);
    const count = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= quick) return count;
    if (count < 0 || (distance < 0.013 && v > distance)) continue;
    const height = Math.log((v * inverseAlpha) / (a / (distance * distance) + b));
    if (height <= count * Math.log(mean) - mean - logGamma(count + 1)) return count;
  }
}
