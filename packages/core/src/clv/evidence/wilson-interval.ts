import { normalQuantile } from '../../numeric/normal-quantile.ts';

/**
 * A range for the true share behind `count` of `n`, inside 0 … 1 even when all or none are counted; null when n is 0.
 *
 * Source: Wilson (1927), "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22, eq. for p ± λσ.
 *
 * @param confidence that the range contains the share, between 0 and 1.
 * @example
 * ```ts
 * wilsonInterval(95, 100); // [0.888…, 0.978…]
 * ```
 */
export function wilsonInterval(
  count: number,
  n: number,
  confidence = 0.95,
): readonly [low: number, high: number] | null {
  if (n === 0) return null;
  const z = normalQuantile((1 + confidence) / 2);
  const share = count / n;
  const center = share + (z * z) / (2 * n);
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  // At the ends the two terms are equal but for rounding.
  return [count === 0 ? 0 : (center - reach) / scale, count === n ? 1 : (center + reach) / scale];
}
