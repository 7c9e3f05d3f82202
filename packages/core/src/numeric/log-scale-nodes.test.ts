import { expect, test } from 'vitest';
import { expm1Ratio } from './expm1-ratio.ts';
import { logScaleNodes, type LogScale } from './log-scale-nodes.ts';
import { softplus } from './softplus.ts';

/** ∫ f(v) dv over all scales. */
function integrate(f: (v: number) => number, scale: Omit<LogScale, 'step'>): number {
  const { point, weight } = logScaleNodes({ ...scale, step: 0.2 });
  return point.reduce((sum, v, index) => sum + weight[index]! * f(v), 0);
}

/** The density of the exponential law by v = ln u. */
const exponential = (rate: number) => (v: number) => Math.exp(v + Math.log(rate) - rate * Math.exp(v));

test('an exponential law has mass 1, however fast or slow it is', () => {
  for (const rate of [1e-12, 1, 1e12]) {
    const scale = { low: -Math.log(rate), high: -Math.log(rate), decay: 1 };
    expect(integrate(exponential(rate), scale)).toBeCloseTo(1, 11);
  }
});

test('two laws twelve powers of ten apart have mass 2', () => {
  const [fast, slow] = [exponential(1), exponential(1e-12)];
  expect(integrate((v) => fast(v) + slow(v), { low: 0, high: Math.log(1e12), decay: 1 })).toBeCloseTo(2, 11);
});

test.each([0.01, 1e-9])('a tail that falls like u^−%d is counted to its end', (decay) => {
  // The density of a Pareto law of the second kind.
  const pareto = (v: number) => decay * Math.exp(-softplus(-v) - decay * softplus(v));
  expect(integrate(pareto, { low: 0, high: 0, decay })).toBeCloseTo(1, 11);
});

test('ln(1 + eˣ) neither overflows nor loses what is small', () => {
  expect(softplus(1000)).toBe(1000);
  expect(softplus(-50)).toBe(Math.exp(-50));
  expect(softplus(0)).toBe(Math.LN2);
});

test('(eˣ − 1)/x has no hole at 0', () => {
  expect(expm1Ratio(0)).toBe(1);
  expect(expm1Ratio(1e-300)).toBe(1);
  expect(expm1Ratio(1)).toBeCloseTo(Math.E - 1, 15);
});
