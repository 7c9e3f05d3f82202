import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateForecast, type ForecastEvaluation } from './evaluate-forecast.ts';

/** Few values, so that some are equal; and some that nearly are. */
const value = fc.oneof(fc.constantFrom(0, 0.1, 0.3, 2, 2 + 2 ** -51, 1e9), fc.double({ min: 0, max: 50, noNaN: true }));
const customers = fc.array(fc.record({ predicted: value, actual: value, place: fc.double({ noNaN: true }) }));

function evaluate(rows: readonly { readonly predicted: number; readonly actual: number }[]): ForecastEvaluation {
  return evaluateForecast({
    predicted: rows.map(({ predicted }) => predicted),
    actual: rows.map(({ actual }) => actual),
  });
}

function numbersOf({ deciles, ...evaluation }: ForecastEvaluation): (number | null)[] {
  return [...Object.values(evaluation), ...deciles.flatMap((decile) => Object.values(decile))];
}

test('every metric is a number or null, and inside its range, whatever was foreseen and came', () => {
  fc.assert(
    fc.property(customers, (rows) => {
      const evaluation = evaluate(rows);
      for (const number of numbersOf(evaluation)) expect(number === null || Number.isFinite(number)).toBe(true);
      for (const share of [evaluation.normalizedGini, evaluation.spearman, evaluation.correlation]) {
        expect(Math.abs(share ?? 0)).toBeLessThanOrEqual(1);
      }
      // The square of what is tinier is 0.
      expect(evaluation.rmse ?? 0).toBeGreaterThanOrEqual((evaluation.mae ?? 0) * (1 - 1e-12) - 1e-150);
    }),
  );
}, 60_000);

test('no metric depends on the order of the customers', () => {
  fc.assert(
    fc.property(customers, (rows) => {
      const before = numbersOf(evaluate(rows));
      const after = numbersOf(evaluate(rows.toSorted((a, b) => a.place - b.place)));
      before.forEach((number, metric) => {
        const other = after[metric];
        if (number === null || typeof other !== 'number') expect(other).toBe(number);
        else expect(Math.abs(other - number)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(number)));
      });
    }),
  );
}, 60_000);

test('a perfect forecast has no errors, and ranks perfectly where there is anything to rank', () => {
  fc.assert(
    fc.property(customers, (rows) => {
      const evaluation = evaluate(rows.map(({ actual }) => ({ predicted: actual, actual })));
      expect(evaluation.mae ?? 0).toBe(0);
      expect(evaluation.bias ?? 0).toBe(0);
      expect(evaluation.normalizedGini ?? 1).toBe(1);
      expect(evaluation.spearman ?? 1).toBeCloseTo(1, 12);
    }),
  );
}, 60_000);
