import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adversarialHistories } from '../../../test-support/clv/adversarial-histories.ts';
import { expectedSpend } from './expected-spend.ts';
import { fitSpendModel } from './fit-spend-model.ts';

test('whatever the amounts, fitting ends with a finite mean spend and a verdict; it is above 0 unless who came back paid nothing', () => {
  fc.assert(
    fc.property(adversarialHistories, (histories) => {
      const fit = fitSpendModel(histories);
      expect(fit.q).toBeGreaterThan(1);
      expect(fit.verdict.message).not.toBe('');
      expect(fit.logLikelihood).not.toBeNaN();
      expect(fit.logCovariance.every(Number.isFinite)).toBe(true);
      for (const error of fit.standardErrors) expect(error === null || (error >= 0 && error < Infinity)).toBe(true);
      const newcomer = expectedSpend(fit, { frequency: 0, meanSpend: 0 });
      const isFree = histories.frequency.some((x) => x > 0) && !histories.meanSpend.some((mean) => mean > 0);
      expect(newcomer < Infinity).toBe(true);
      expect(newcomer > 0).toBe(!isFree);
      for (let row = 0; row < Math.min(12, histories.size); row += 1) {
        const known = { frequency: histories.frequency[row]!, meanSpend: histories.meanSpend[row]! };
        const spend = expectedSpend(fit, known);
        expect(spend >= 0 && spend < Infinity).toBe(true);
      }
    }),
    { numRuns: 400, endOnFailure: true },
  );
}, 60_000);
