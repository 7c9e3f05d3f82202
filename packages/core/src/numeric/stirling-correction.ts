import { bernoulliNumbers } from './bernoulli-numbers.ts';
import { evaluatePolynomial } from './evaluate-polynomial.ts';

const coefficients = bernoulliNumbers.map((number, index) => number / ((2 * index + 2) * (2 * index + 1)));

/**
 * What Stirling's formula leaves out: ln Γ(x) − (x − ½) ln x + x − ½ ln 2π.
 *
 * @param x ≥ 10; there it is good to the last digit.
 * Source: DLMF 5.11.1.
 */
export function stirlingCorrection(x: number): number {
  return evaluatePolynomial(coefficients, 1 / (x * x)) / x;
}
