/**
 * Divides an amount in proportion to the weights, by largest remainder: the shares are whole and sum to the total exactly.
 * Equal remainders go to the earlier share. Weights that are all zero count as equal.
 *
 * @param totalMinor whole minor units; may be negative.
 * @param weights whole numbers, zero or more.
 * @throws RangeError when an argument is no safe integer, a weight is negative, or there is nobody to share something.
 * @example
 * ```ts
 * allocate(100, [1, 1, 1]); // [34, 33, 33]
 * ```
 */
export function allocate(totalMinor: number, weights: readonly number[]): readonly number[] {
  if (!Number.isSafeInteger(totalMinor)) throw new RangeError('Only a whole number of minor units can be divided.');
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) {
    throw new RangeError('A weight is a whole number, zero or more.');
  }
  if (weights.length === 0) {
    if (totalMinor === 0) return [];
    throw new RangeError('There is nobody to divide the amount among.');
  }
  const isWeightless = weights.every((weight) => weight === 0);
  const bigWeights = weights.map((weight) => BigInt(isWeightless ? 1 : weight));
  const weightSum = bigWeights.reduce((sum, weight) => sum + weight, 0n);
  const total = BigInt(Math.abs(totalMinor));

  const parts = bigWeights.map((weight, index) => ({
    index,
    share: (total * weight) / weightSum,
    remainder: (total * weight) % weightSum,
  }));
  const left = Number(total - parts.reduce((sum, part) => sum + part.share, 0n));
  const lucky = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map((part) => part.index),
  );
  const sign = totalMinor < 0 ? -1 : 1;
  return parts.map(({ share, index }) => (Number(share) + (lucky.has(index) ? 1 : 0)) * sign || 0);
}
