import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digamma } from './digamma.ts';
import { logBeta } from './log-beta.ts';
import { logGamma } from './log-gamma.ts';
import { regularizedBeta } from './regularized-beta.ts';
import { regularizedGamma } from './regularized-gamma.ts';
import { trigamma } from './trigamma.ts';

/** Positive numbers of every size between 10⁻¹² and 10¹². */
const positive = fc.double({ min: -27, max: 27, noNaN: true }).map(Math.exp);
const share = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true });
const shape = fc.double({ min: -4, max: 6, noNaN: true }).map(Math.exp);
const close = (value: number, truth: number, scale: number) =>
  expect(Math.abs(value - truth)).toBeLessThanOrEqual(2e-14 * scale);

test('the next step of each function follows from this one: Γ(x + 1) = x Γ(x) and its derivatives', () => {
  fc.assert(
    fc.property(positive, (x) => {
      // Of x + 1 only so many digits are left of x; the true step is what was really added.
      const step = x + 1;
      fc.pre(Math.abs(step - 1 - x) < 1e-15 * x || step - 1 === x);
      close(logGamma(step), logGamma(x) + Math.log(x), Math.abs(logGamma(x)) + Math.abs(Math.log(x)) + 1);
      close(digamma(step), digamma(x) + 1 / x, Math.abs(digamma(x)) + 1 / x + 1);
      close(trigamma(step), trigamma(x) - 1 / x ** 2, trigamma(x) + 1 / x ** 2);
    }),
  );
}, 60_000);

test('around ½ the functions mirror: Γ(x) Γ(1 − x) = π / sin πx', () => {
  fc.assert(
    fc.property(share, (x) => {
      const sine = Math.sin(Math.PI * Math.min(x, 1 - x));
      close(logGamma(x) + logGamma(1 - x), Math.log(Math.PI / sine), 40);
    }),
  );
}, 60_000);

test('B(a, b) = B(a + 1, b) + B(a, b + 1)', () => {
  fc.assert(
    fc.property(shape, shape, (a, b) => {
      const whole = logBeta(a, b);
      close(Math.exp(logBeta(a + 1, b) - whole) + Math.exp(logBeta(a, b + 1) - whole), 1, 40 + Math.abs(whole));
    }),
  );
}, 60_000);

test('the two tails of a beta law are one, and the tail grows with x', () => {
  fc.assert(
    fc.property(share, shape, shape, (x, a, b) => {
      expect(regularizedBeta(x, a, b) + regularizedBeta(1 - x, b, a)).toBeCloseTo(1, 10);
      expect(regularizedBeta(x * 0.9, a, b)).toBeLessThanOrEqual(regularizedBeta(x, a, b) + 1e-13);
    }),
  );
}, 60_000);

test('the gamma law of shape s + 1 is that of s less one term', () => {
  fc.assert(
    fc.property(shape, shape, (s, x) => {
      const term = Math.exp(s * Math.log(x) - x - logGamma(s + 1));
      expect(regularizedGamma(s, x) - regularizedGamma(s + 1, x)).toBeCloseTo(term, 11);
    }),
  );
}, 60_000);
