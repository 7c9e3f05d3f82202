import { bernoulliNumbers } from './bernoulli-numbers.ts';
import { evaluatePolynomial } from './evaluate-polynomial.ts';
import { zetasMinusOne } from './zeta-minus-one.ts';

const series = zetasMinusOne.map((zeta, index) => (index % 2 === 0 ? 1 : -1) * (index + 1) * zeta);

/**
 * ψ′(x), the second derivative of ln Γ(x), with a relative error below 1e-14.
 *
 * @param x > 0. At 0 it is Infinity, at Infinity 0.
 * Source: the derivatives of DLMF 5.11.2 from 10 on and of DLMF 5.7.3 around 2, moved by the recurrence DLMF 5.15.5.
 * @example trigamma(1) // π²/6 = 1.6449340668482264
 */
export function trigamma(x: number): number {
  if (x >= 2.5) {
    let shift = 0;
    let shifted = x;
    while (shifted < 10) {
      shift += 1 / (shifted * shifted);
      shifted += 1;
    }
    return shift + farOut(shifted);
  }
  if (x >= 1.5) return besideTwo(x - 2);
  if (x >= 0.5) return besideTwo(x - 1) + 1 / (x * x);
  return besideTwo(x) + 1 / (1 + x) ** 2 + 1 / (x * x);
}

function farOut(x: number): number {
  const square = 1 / (x * x);
  return (1 + 0.5 / x + evaluatePolynomial(bernoulliNumbers, square) * square) / x;
}

/** ψ′(2 + z) for |z| ≤ ½. */
function besideTwo(z: number): number {
  return evaluatePolynomial(series, z);
}
