import type { Random } from '../../shared/random.ts';

/** A waiting time of mean 1, by inversion. Never zero's logarithm: `next()` is below 1. */
export function drawExponential(random: Random): number {
  return -Math.log1p(-random.next());
}
