import { expect, test } from 'vitest';
import { fitBetaDiscreteWeibull } from './beta-discrete-weibull.ts';
import { contractForecast } from './contract-forecast.ts';
import type { ContractFit } from './contract-fit.ts';
import { fitShiftedBetaGeometric } from './shifted-beta-geometric.ts';
import type { SurvivorCounts } from './renewal-tally.ts';

/** Fader & Hardie (2007): customers of two segments, of 1,000 each, after 0 … 7 years. */
const regular = [1000, 631, 468, 382, 326, 289, 262, 241];
const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

const fitted = (fit: typeof fitShiftedBetaGeometric, ...cohorts: SurvivorCounts[]): ContractFit => {
  const result = fit(cohorts);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
};

test('a cohort that does not stand in a list of cohorts is refused by name', () => {
  const flat: unknown = regular;
  expect(fitShiftedBetaGeometric(flat as SurvivorCounts[])).toMatchObject({
    ok: false,
    failure: { code: 'clv.survivors_invalid', path: '/0' },
  });
});

test.each([
  ['regular', regular, [0.7041, 1.182], -1680.265],
  ['high-end', highEnd, [0.6681, 3.8061], -1611.158],
] as const)('the %s subscribers are fitted as published', (_, survivors, parameters, logLikelihood) => {
  const fit = fitted(fitShiftedBetaGeometric, survivors);
  expect(fit.logLikelihood).toBeCloseTo(logLikelihood, 3);
  fit.parameters.forEach((value, place) => expect(value).toBeCloseTo(parameters[place]!, 4));
  expect(fit).toMatchObject({ verdict: { code: 'converged' }, customers: 1000, occasions: 7, converged: true });
});

test('the survivors of the years to come are projected as published', () => {
  const { survival, retentionRate } = contractForecast(fitted(fitShiftedBetaGeometric, regular));
  const projected = [8, 9, 10, 11, 12].map((t) => Math.round(1000 * survival(t)) / 10);
  expect(projected).toEqual([22, 20.4, 19.1, 18, 17]);
  expect(retentionRate(1)).toBeCloseTo(1.182 / (0.7041 + 1.182), 3);
  expect(retentionRate(8)).toBeGreaterThan(retentionRate(7));
});

test('with its own exponent the beta-discrete-Weibull fits better, with 1 it is the shifted-beta-geometric', () => {
  const simple = fitted(fitShiftedBetaGeometric, regular);
  const richer = fitted(fitBetaDiscreteWeibull, regular);
  expect(richer.logLikelihood).toBeGreaterThan(simple.logLikelihood);
  expect(richer.standardErrors.every((error) => error !== null && error > 0)).toBe(true);
  const actual = [22.3, 20.7, 19.4, 18.3, 17.3];
  const missed = ({ survival }: ReturnType<typeof contractForecast>) =>
    actual.reduce((sum, share, place) => sum + Math.abs(100 * survival(8 + place) - share), 0);
  expect(missed(contractForecast(richer))).toBeLessThan(missed(contractForecast(simple)));
  const [alpha, beta] = simple.parameters;
  const same = contractForecast({ modelId: 'beta-discrete-weibull', parameters: [alpha!, beta!, 1] });
  expect(same.survival(9)).toBe(contractForecast(simple).survival(9));
});

test('cohorts that began later count for the occasions they have had', () => {
  const whole = fitted(fitShiftedBetaGeometric, regular);
  const halves = fitted(
    fitShiftedBetaGeometric,
    regular.map((count) => count / 2),
    regular.map((count) => count / 2),
  );
  halves.parameters.forEach((value, place) => expect(value).toBeCloseTo(whole.parameters[place]!, 8));
  const younger = fitted(fitShiftedBetaGeometric, regular, regular.slice(0, 4), [500]);
  expect(younger).toMatchObject({ customers: 2500, occasions: 7 });
  expect(younger.standardErrors[0]!).toBeLessThan(whole.standardErrors[0]!);
});

test('standard errors are those of the curvature: customers four times as many halve them', () => {
  const four = fitted(
    fitBetaDiscreteWeibull,
    regular.map((count) => 4 * count),
  );
  const one = fitted(fitBetaDiscreteWeibull, regular);
  four.standardErrors.forEach((error, place) => expect(error! / one.standardErrors[place]!).toBeCloseTo(0.5, 4));
});

test('lifetimes are discounted sums of the survivors', () => {
  for (const fit of [fitShiftedBetaGeometric, fitBetaDiscreteWeibull]) {
    const forecast = contractForecast(fitted(fit, highEnd));
    for (const rate of [0.5, 0.1, 0.01]) {
      let [lifetime, residual] = [0, 0];
      for (let t = 0; t < 40 / rate; t += 1) {
        lifetime += forecast.survival(t) / (1 + rate) ** t;
        residual += forecast.survival(t + 3) / forecast.survival(2) / (1 + rate) ** t;
      }
      expect(forecast.discountedLifetime(rate) / lifetime).toBeCloseTo(1, 9);
      expect(forecast.discountedResidualLifetime(3, rate) / residual).toBeCloseTo(1, 9);
    }
    const tenure = forecast.survival(0) + forecast.survival(1) + forecast.survival(2);
    expect(forecast.expectedTenure(3)).toBeCloseTo(tenure, 12);
  }
});

test('a loyal customer is worth more than a new one, but for the first payment', () => {
  const { value, discountedLifetime } = contractForecast(fitted(fitShiftedBetaGeometric, regular));
  const terms = { renewalAmount: 120, discountRate: 0.1 };
  expect(value({ periods: 0, ...terms })).toBeCloseTo(120 * discountedLifetime(0.1), 9);
  expect(value({ periods: 5, ...terms })).toBeGreaterThan(value({ periods: 1, ...terms }));
  expect(() => value({ periods: 1, renewalAmount: 120, discountRate: 0 })).toThrow(RangeError);
});

test.each([
  ['nobody left', [[50, 50, 50]], 'noLosses'],
  ['nobody could leave yet', [[50]], 'noLosses'],
  ['all left at once', [[50, 0]], 'ridge'],
  ['one occasion only', [[100, 60]], 'ridge'],
  ['all are alike', [[1_000_000, 500_000, 250_000, 125_000]], 'ridge'],
] as const)('where %s, the verdict says so and the numbers can be used', (_, cohorts, code) => {
  const fit = fitted(fitShiftedBetaGeometric, ...cohorts);
  expect(fit.verdict.code).toBe(code);
  const { survival } = contractForecast(fit);
  expect(survival(3)).toBeGreaterThanOrEqual(0);
  expect(survival(3)).toBeLessThanOrEqual(1);
});

test.each([
  [[], 'clv.no_survivors', ''],
  [[[]], 'clv.no_survivors', ''],
  [[[0, 0]], 'clv.no_survivors', ''],
  [[[10, -1]], 'clv.survivors_invalid', '/0/1'],
  [[[10], [10, NaN]], 'clv.survivors_invalid', '/1/1'],
  [[[10, 8, 9]], 'clv.survivors_rise', '/0/2'],
])('cohorts %j are refused: %s at %j', (cohorts, code, path) => {
  expect(fitShiftedBetaGeometric(cohorts)).toMatchObject({ ok: false, failure: { code, path } });
  expect(fitBetaDiscreteWeibull(cohorts)).toMatchObject({ ok: false, failure: { code, path } });
});
