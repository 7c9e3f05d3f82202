/**
 * ln(1 + u) − u, exact also where the two cancel.
 *
 * @param u > −1
 * Source: the series of the inverse hyperbolic tangent, ln(1 + u) = 2 artanh(s), s = u/(2 + u) (DLMF 4.6.4, 4.37.24).
 * @example log1pMinus(1e-9) // -4.999999996666667e-19
 */
export function log1pMinus(u: number): number {
  if (u < -0.4 || u > 0.7) return Math.log1p(u) - u;
  const s = u / (2 + u);
  const square = s * s;
  let power = square;
  let sum = 0;
  for (let k = 3; k < 60; k += 2) {
    const term = power / k;
    sum += term;
    if (term < 1e-17 * sum) break;
    power *= square;
  }
  // 2s − u = −s·u, so ln(1 + u) − u = −s·u + 2s·(s²/3 + s⁴/5 + …).
  return s * (2 * sum - u);
}
