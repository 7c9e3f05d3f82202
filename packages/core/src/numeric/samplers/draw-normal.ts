import type { Random } from '../../shared/random.ts';

/**
 * A standard normal number.
 *
 * @see G. E. P. Box and M. E. Muller, A Note on the Generation of Random Normal Deviates, 1958
 */
export function drawNormal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log1p(-random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
