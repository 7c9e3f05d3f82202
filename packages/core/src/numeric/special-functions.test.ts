import { expect, test } from 'vitest';
import * as golden from '../../test-support/golden/special-functions.ts';
import { digamma } from './digamma.ts';
import { log1pMinus } from './log1p-minus.ts';
import { logBeta } from './log-beta.ts';
import { logGamma } from './log-gamma.ts';
import { normalQuantile } from './normal-quantile.ts';
import { regularizedBeta } from './regularized-beta.ts';
import { regularizedGamma } from './regularized-gamma.ts';
import { trigamma } from './trigamma.ts';

const relativeError = (value: number, truth: number) => (value === truth ? 0 : Math.abs(value / truth - 1));

test.each(golden.gammaGolden)('ln Γ, ψ and ψ′ of %d are right to 1e-14', (x, ...[first, second, third]) => {
  expect(relativeError(logGamma(x), first)).toBeLessThan(1e-14);
  expect(relativeError(digamma(x), second)).toBeLessThan(1e-14);
  expect(relativeError(trigamma(x), third)).toBeLessThan(1e-14);
});

test.each(golden.betaGolden)('ln B(%d, %d) is right to 1e-14', (a, b, value) => {
  expect(relativeError(logBeta(a, b), value)).toBeLessThan(1e-14);
  expect(logBeta(b, a)).toBe(logBeta(a, b));
});

test.each(golden.regularizedBetaGolden)('I_%d(%d, %d) is right to 2e-13', (x, a, b, value) => {
  expect(relativeError(regularizedBeta(x, a, b), value)).toBeLessThan(2e-13);
});

test.each(golden.regularizedGammaGolden)('P(%d, %d) is right to 2e-13', (shape, x, value) => {
  expect(relativeError(regularizedGamma(shape, x), value)).toBeLessThan(2e-13);
});

test.each(golden.normalQuantileGolden)('the normal quantile of %d is right to 1e-14', (p, value) => {
  expect(relativeError(normalQuantile(p), value)).toBeLessThan(1e-14);
});

test.each(golden.log1pMinusGolden)('ln(1 + u) − u at %d is right to 1e-14', (u, value) => {
  expect(relativeError(log1pMinus(u), value)).toBeLessThan(1e-14);
});

test('the functions have their limits at the ends of their domains', () => {
  expect([logGamma(0), logGamma(1), logGamma(2), logGamma(Infinity)]).toEqual([Infinity, 0, 0, Infinity]);
  expect([digamma(0), digamma(Infinity), trigamma(0), trigamma(Infinity)]).toEqual([-Infinity, Infinity, Infinity, 0]);
  expect([regularizedBeta(0, 2, 3), regularizedBeta(1, 2, 3)]).toEqual([0, 1]);
  expect([regularizedGamma(2, 0), regularizedGamma(2, Infinity)]).toEqual([0, 1]);
  expect([normalQuantile(0), normalQuantile(0.5), normalQuantile(1)]).toEqual([-Infinity, 0, Infinity]);
});
