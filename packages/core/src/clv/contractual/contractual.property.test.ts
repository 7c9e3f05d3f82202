import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitBetaDiscreteWeibull } from './beta-discrete-weibull.ts';
import { contractForecast } from './contract-forecast.ts';
import { fitShiftedBetaGeometric } from './shifted-beta-geometric.ts';

const share = fc.oneof(fc.constantFrom(0, 0.5, 1, 1 - 1e-9), fc.double({ min: 0, max: 1, noNaN: true }));
const cohort = fc
  .record({
    customers: fc.constantFrom(1, 3, 100, 1e6, 0.5),
    shares: fc.array(share, { maxLength: 20 }),
    rounded: fc.boolean(),
  })
  .map(({ customers, shares, rounded }) => {
    const survivors: number[] = [customers];
    for (const kept of shares)
      survivors.push((rounded ? Math.floor : (left: number) => left)(survivors.at(-1)! * kept));
    return survivors;
  });

test.each([
  ['shifted-beta-geometric', fitShiftedBetaGeometric],
  ['beta-discrete-Weibull', fitBetaDiscreteWeibull],
])(
  '%s: whatever the cohorts, fitting ends within 50 iterations with a verdict and usable numbers',
  (_, fit) => {
    fc.assert(
      fc.property(fc.array(cohort, { minLength: 1, maxLength: 4 }), (cohorts) => {
        const result = fit(cohorts);
        if (!result.ok) throw new Error(result.failure.message);
        const { parameters, standardErrors, logLikelihood, iterations, verdict } = result.value;
        expect(iterations).toBeLessThanOrEqual(50);
        expect(verdict.message).not.toBe('');
        expect(logLikelihood <= 0).toBe(true);
        expect(parameters.every((value) => value > 0 && value < Infinity)).toBe(true);
        expect(standardErrors.every((error) => error === null || (error >= 0 && error < Infinity))).toBe(true);
        const { survival, retentionRate, value } = contractForecast(result.value);
        const ages = [1, 2, 3, 5, 8, 20, 30];
        expect(ages.every((t) => survival(t) >= 0 && survival(t) <= survival(t - 1) * (1 + 1e-9))).toBe(true);
        expect(ages.every((t) => retentionRate(t) >= 0 && retentionRate(t) <= 1)).toBe(true);
        const worth = [0, 7].map((periods) => value({ periods, renewalAmount: 10, discountRate: 0.1 }));
        expect(worth.every((each) => each >= 0 && each <= 110.0001)).toBe(true);
      }),
      { numRuns: 200 },
    );
  },
  60_000,
);
