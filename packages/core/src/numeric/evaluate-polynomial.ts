/**
 * c₀ + c₁x + c₂x² + …, by Horner's scheme.
 *
 * @example evaluatePolynomial(Float64Array.of(1, 0, 2), 3) // 1 + 2·9 = 19
 */
export function evaluatePolynomial(coefficients: Float64Array, x: number): number {
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) sum = sum * x + coefficients[k]!;
  return sum;
}
