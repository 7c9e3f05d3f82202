/**
 * (eˣ − 1) / x, and 1 at 0.
 *
 * @example expm1Ratio(1e-20) // 1
 */
export function expm1Ratio(x: number): number {
  return x === 0 ? 1 : Math.expm1(x) / x;
}
