import type { Random } from '@regulars/core/shared';
import { drawGamma } from './gamma.ts';

/** A beta-distributed number with mean `a / (a + b)`, as the share of one of two gamma numbers. */
export function drawBeta(random: Random, a: number, b: number): number {
  const first = drawGamma(random, a, 1);
  const second = drawGamma(random, b, 1);
  return first / (first + second);
}
