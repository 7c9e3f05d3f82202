const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 5 / 5940, -691 / 360_360, 7 / 1092, -3617 / 122_400];

/**
 * What Stirling's formula leaves out: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π.
 *
 * @param x ≥ 10; there it is good to the last digit.
 * Source: DLMF 5.11.1.
 */
export function stirlingCorrection(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = coefficients.length - 1; k >= 0; k -= 1) sum = sum * square + coefficients[k]!;
  return sum / x;
}
