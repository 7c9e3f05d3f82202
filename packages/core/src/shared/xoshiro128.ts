/**
 * xoshiro128**: 32 bits at a time, period 2¹²⁸ − 1.
 *
 * @param state four whole numbers from 0 to 2³² − 1; all zero would stand still, and counts as (1, 0, 0, 0).
 * @returns a function that gives the next word, a whole number from 0 to 2³² − 1.
 * @see David Blackman and Sebastiano Vigna, Scrambled Linear Pseudorandom Number Generators, ACM TOMS 47(4), 2021
 * @example
 * ```ts
 * const next = xoshiro128([1, 2, 3, 4]);
 * [next(), next(), next()]; // [11520, 0, 5927040]
 * ```
 */
export function xoshiro128(state: readonly [number, number, number, number]): () => number {
  let [s0, s1, s2, s3] = state;
  if ((s0 | s1 | s2 | s3) === 0) s0 = 1;
  return () => {
    const scrambled = Math.imul(s1, 5);
    const word = Math.imul((scrambled << 7) | (scrambled >>> 25), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = (s3 << 11) | (s3 >>> 21);
    return word;
  };
}
