import { expect, test } from 'vitest';
import { gammaShareSeries, sumGammaShareSeries } from './gamma-share-series.ts';
import { integrateGammaShare } from './integrate-gamma-share.ts';
import { meanGammaShare } from './mean-gamma-share.ts';

const shapes = [0.01, 0.6, 1, 1 + Number.EPSILON, 7.5, 300];
const ratios = [1 / 40, 0.5, 1 - Number.EPSILON / 2, 1, 1 + Number.EPSILON, 3, 45];

function seriesJet(p: number, q: number, P: number, Q: number): Float64Array {
  const jet = new Float64Array(10);
  sumGammaShareSeries(gammaShareSeries({ p, q }, { P, Q }, new Float64Array(0)), P, Q, jet);
  return jet;
}

test.each(shapes)('with shape %d for one rate, the shares of both rates make 1', (p) => {
  for (const q of shapes) {
    for (const ratio of [...ratios, 1e-9, 1e9]) {
      expect(meanGammaShare(p, q, ratio, 1) + meanGammaShare(q, p, 1, ratio)).toBeCloseTo(1, 13);
    }
  }
});

test('gamma rates of one scale share by their shapes', () => {
  expect(meanGammaShare(2, 1, 5, 5)).toBeCloseTo(2 / 3, 15);
});

test('two exponential rates share by a logarithm', () => {
  // E[X/(X+Y)] = (ρ − 1 − ln ρ) / (ρ − 1)², times ρ, with ρ = Q/P
  for (const rho of [0.1, 3, 1e4]) {
    const share = (rho * (rho - 1 - Math.log(rho))) / (rho - 1) ** 2;
    expect(meanGammaShare(1, 1, 1, rho) / share).toBeCloseTo(1, 12);
  }
});

test('the series and the integral agree, with all their derivatives', () => {
  for (const p of shapes) {
    for (const q of shapes) {
      for (const ratio of ratios) {
        const bySeries = seriesJet(p, q, ratio, 1);
        const byIntegral = new Float64Array(10);
        integrateGammaShare(p, q, [ratio, 1], byIntegral);
        bySeries.forEach((value, index) => {
          expect(Math.abs(value - byIntegral[index]!)).toBeLessThan(1e-10 * (1 + Math.abs(value)));
        });
        expect(Math.exp(bySeries[0]!) / meanGammaShare(p, q, ratio, 1)).toBeCloseTo(1, 12);
      }
    }
  }
});

test('derivatives are what the values change by', () => {
  const h = 1e-4;
  for (const [p, q, ratio] of [
    [0.6, 2.5, 0.4],
    [3.2, 0.7, 6],
    [0.3, 0.2, 1 / 30],
  ] as const) {
    const at = (dp: number, dq: number, dTheta: number) => seriesJet(p + dp, q + dq, ratio * Math.exp(dTheta), 1);
    const here = at(0, 0, 0);
    const change = (above: Float64Array, below: Float64Array, index: number) =>
      (above[index]! - below[index]!) / (2 * h);
    const byP = (index: number) => change(at(h, 0, 0), at(-h, 0, 0), index);
    const byQ = (index: number) => change(at(0, h, 0), at(0, -h, 0), index);
    const byTheta = (index: number) => change(at(0, 0, h), at(0, 0, -h), index);
    const changes = [byP(0), byQ(0), byTheta(0), byP(1), byP(2), byQ(2), byP(3), byQ(3), byTheta(3)];
    changes.forEach((value, index) => {
      expect(Math.abs(value - here[index + 1]!)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
    });
  }
});
