/** By how many standard errors an observed share lies from the one it should have. Above 3.3 once in a thousand times. */
export function shareScore(observed: number, total: number, share: number): number {
  return Math.abs(observed - total * share) / Math.sqrt(total * share * (1 - share));
}

/** By how many standard errors the mean of a sample lies from the one it should have. */
export function meanScore(sample: readonly number[], mean: number): number {
  const seen = sample.reduce((sum, value) => sum + value, 0) / sample.length;
  const variance = sample.reduce((sum, value) => sum + (value - seen) ** 2, 0) / (sample.length - 1);
  return Math.abs(seen - mean) / Math.sqrt(variance / sample.length);
}

/** Exceeded once in a thousand times. */
export const scoreLimit = 3.3;
