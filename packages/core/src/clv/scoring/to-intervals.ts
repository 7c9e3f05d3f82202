import type { Intervals } from './customer-score.ts';

/**
 * Intervals of an amount that may be 0. Where 0 is likelier than what a tail holds, the interval begins there, and all
 * doubt is left to its upper end: so it covers what it says, and not more.
 *
 * @param probabilityOfZero of the amount.
 * @param quantile of the amount, by its probability.
 */
export function toIntervals(probabilityOfZero: number, quantile: (probability: number) => number): Intervals {
  const interval = (level: number): readonly [number, number] => {
    const tail = (1 - level) / 2;
    return probabilityOfZero >= tail ? [0, quantile(level)] : [quantile(tail), quantile(1 - tail)];
  };
  return { p50: interval(0.5), p80: interval(0.8), p95: interval(0.95) };
}
