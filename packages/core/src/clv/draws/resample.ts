import type { Random } from '../../shared/random.ts';

/** What was drawn again, by its place, in no order. */
export interface Resampled {
  readonly chosen: readonly number[];
  readonly effectiveSampleSize: number;
}

/**
 * Systematic resampling: each place is drawn as often as its weight says, give or take one.
 *
 * Source: J. Carpenter, P. Clifford & P. Fearnhead (1999), "Improved Particle Filter for Nonlinear Problems", §IV.
 */
export function resample(logWeights: Float64Array, count: number, random: Random): Resampled {
  const highest = logWeights.reduce((high, value) => Math.max(high, value), -Infinity);
  if (highest === -Infinity) return { chosen: Array.from({ length: count }, () => 0), effectiveSampleSize: 0 };
  const weights = logWeights.map((value) => Math.exp(value - highest));
  const sum = weights.reduce((total, value) => total + value, 0);
  const squares = weights.reduce((total, value) => total + value ** 2, 0);
  const chosen: number[] = [];
  let place = 0;
  let passed = weights[0] ?? 0;
  const offset = random.next();
  for (let which = 0; which < count; which += 1) {
    const target = ((which + offset) / count) * sum;
    while (passed <= target && place < weights.length - 1) {
      place += 1;
      passed += weights[place]!;
    }
    chosen.push(place);
  }
  for (let last = count - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [chosen[last], chosen[other]] = [chosen[other]!, chosen[last]!];
  }
  return { chosen, effectiveSampleSize: sum ** 2 / squares };
}
