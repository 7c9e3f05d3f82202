/**
 * ln(1 + eˣ) without overflow.
 *
 * @example softplus(1000) // 1000
 */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
