import { wilsonInterval } from './wilson-interval.ts';

/** How many of n customers something is true of. */
export interface CountedShare {
  readonly n: number;
  readonly count: number;
  /** Null of nobody, like its interval. */
  readonly share: number | null;
  /** Wilson's, with 95 % confidence. */
  readonly interval: readonly [low: number, high: number] | null;
}

export function toCountedShare(count: number, n: number): CountedShare {
  return { n, count, share: n === 0 ? null : count / n, interval: wilsonInterval(count, n) };
}
