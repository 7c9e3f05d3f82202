import { evaluatePolynomial } from './evaluate-polynomial.ts';
import { stirlingCorrection } from './stirling-correction.ts';
import { eulerGamma, zetasMinusOne } from './zeta-minus-one.ts';

const halfLogTwoPi = 0.9189385332046728;
const series = zetasMinusOne.map((zeta, index) => ((index % 2 === 0 ? 1 : -1) * zeta) / (index + 2));

/**
 * ln Γ(x), with a relative error below 1e-14 also beside its zeros at 1 and 2.
 *
 * @param x > 0. At 0 and at Infinity it is Infinity; below 0 NaN.
 * Source: Stirling's series (DLMF 5.11.1) from 10 on; Taylor's series around 2 (DLMF 5.7.3) moved by the recurrence below.
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (x >= 10) {
    if (x > 1e300) return x * (Math.log(x) - 1);
    return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + stirlingCorrection(x);
  }
  if (x >= 2.5) {
    let product = 1;
    let shifted = x;
    while (shifted >= 2.5) {
      shifted -= 1;
      product *= shifted;
    }
    return Math.log(product) + besideTwo(shifted - 2);
  }
  if (x >= 1.5) return besideTwo(x - 2);
  if (x >= 0.5) return besideTwo(x - 1) - Math.log1p(x - 1);
  return besideTwo(x) - Math.log1p(x) - Math.log(x);
}

/** ln Γ(2 + z) for |z| ≤ ½. */
function besideTwo(z: number): number {
  return z * (1 - eulerGamma + z * evaluatePolynomial(series, z));
}
