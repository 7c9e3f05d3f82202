import type { Random } from '../../shared/random.ts';
import { drawGamma } from './draw-gamma.ts';

/**
 * A beta-distributed number with mean `a / (a + b)`, as the share of one of two gamma numbers.
 *
 * @param a above 0.
 * @param b above 0.
 * @see L. Devroye, Non-Uniform Random Variate Generation, 1986, chapter IX.3
 * @example drawBeta(createRandom(1), 2, 3) // a number between 0 and 1, 0.4 on average
 */
export function drawBeta(random: Random, a: number, b: number): number {
  const first = drawGamma(random, a, 1);
  const second = drawGamma(random, b, 1);
  // Shapes so small that both numbers fall below what a double can hold: the law then stands at 0 and 1.
  if (first + second === 0) return random.next() * (a + b) < a ? 1 : 0;
  return first / (first + second);
}
