/**
 * How far a sample lies from a continuous law: √n times the largest gap between the two distribution functions. When the
 * sample follows the law it exceeds 1.95 once in a thousand times (Kolmogorov's limit distribution).
 */
export function kolmogorovSmirnov(sample: readonly number[], distribution: (value: number) => number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const gap = sorted.reduce((largest, value, index) => {
    const expected = distribution(value);
    return Math.max(largest, expected - index / sorted.length, (index + 1) / sorted.length - expected);
  }, 0);
  return gap * Math.sqrt(sorted.length);
}

/** Exceeded once in a thousand times by a sample that does follow the law. */
export const ksLimit = 1.95;
