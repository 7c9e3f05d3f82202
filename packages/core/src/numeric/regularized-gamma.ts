import { log1pMinus } from './log1p-minus.ts';
import { logGamma } from './log-gamma.ts';
import { stirlingCorrection } from './stirling-correction.ts';

/**
 * P(shape, x): the probability that a gamma number of that shape and rate 1 is at most x.
 *
 * @param shape > 0
 * @param x ≥ 0
 * Source: the series DLMF 8.11.4 below the mean; above it the continued fraction DLMF 8.9.2 by Lentz's method.
 * @example regularizedGamma(1, 2) // 1 − e⁻² = 0.8646647167633873
 */
export function regularizedGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  if (x === Infinity) return 1;
  if (x < shape + 1) return Math.min(1, (density(shape, x) * series(shape, x)) / shape);
  return 1 - density(shape, x) * continuedFraction(shape, x);
}

/** xˢ e⁻ˣ / Γ(s). */
function density(shape: number, x: number): number {
  if (shape < 10) return Math.exp(shape * Math.log(x) - x - logGamma(shape));
  const exponent = shape * log1pMinus((x - shape) / shape) - stirlingCorrection(shape);
  return Math.sqrt(shape / (2 * Math.PI)) * Math.exp(exponent);
}

function series(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k <= 100_000 && term > 1e-17 * sum; k += 1) {
    term *= x / (shape + k);
    sum += term;
  }
  return sum;
}

function continuedFraction(shape: number, x: number): number {
  let b = x + 1 - shape;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k <= 100_000; k += 1) {
    const a = k * (shape - k);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 2e-16) break;
  }
  return fraction;
}
