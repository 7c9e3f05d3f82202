import { describe, expect, test } from 'vitest';
import { evaluateForecast } from './evaluate-forecast.ts';

describe('a forecast is measured by', () => {
  const evaluation = evaluateForecast({ predicted: [1, 2, 4, 5], actual: [0, 2, 2, 12] });

  test('its errors, worked out by hand', () => {
    expect(evaluation.n).toBe(4);
    expect(evaluation.mae).toBe((1 + 0 + 2 + 7) / 4);
    expect(evaluation.rmse).toBeCloseTo(Math.sqrt((1 + 0 + 4 + 49) / 4), 14);
    expect(evaluation.bias).toBe(12 / 16 - 1);
  });

  test('how well it ranks: Spearman’s ρ of the ranks 1 2 3 4 and 1 2½ 2½ 4', () => {
    expect(evaluation.spearman).toBeCloseTo(4.5 / Math.sqrt(5 * 4.5), 14);
  });

  test('its correlation: Σ of products 24 over √(10 · 88)', () => {
    expect(evaluation.correlation).toBeCloseTo(24 / Math.sqrt(10 * 88), 14);
  });
});

test('a correlation is found between values that hardly differ', () => {
  const hardly = [2, 2 + 2 ** -51, 2, 2, 2 + 2 ** -51, 2, 2];
  const shown = [0, 1, 0, 0, 1, 0, 0];
  expect(evaluateForecast({ predicted: hardly, actual: shown }).correlation).toBeCloseTo(1, 12);
});

describe('the normalized Gini coefficient', () => {
  const gini = (predicted: number[], actual: number[]) => evaluateForecast({ predicted, actual }).normalizedGini;

  test('is 1 for the right order, −1 for the reverse, and 0 for no order at all', () => {
    expect(gini([1, 2, 3], [0, 1, 7])).toBe(1);
    expect(gini([3, 2, 1], [0, 1, 7])).toBe(-1);
    expect(gini([5, 5, 5], [0, 1, 7])).toBe(0);
  });

  test('agrees with the areas under the Lorenz curves', () => {
    // By falling prediction: 4, 0, 6 of 10. Areas over the diagonal: (.4 + .4 + 1) / 3 − 2/3 and (.6 + 1 + 1) / 3 − 2/3.
    expect(gini([1, 3, 2], [6, 4, 0])).toBeCloseTo((1.8 - 2) / (2.6 - 2), 14);
  });
});

describe('deciles', () => {
  test('hold a tenth of the customers each, from the lowest predictions to the highest', () => {
    const predicted = Array.from({ length: 25 }, (_, place) => 24 - place);
    const { deciles } = evaluateForecast({ predicted, actual: predicted.map((value) => 2 * value) });
    expect(deciles.map(({ n }) => n)).toEqual([2, 3, 2, 3, 2, 3, 2, 3, 2, 3]);
    expect(deciles[0]).toEqual({ n: 2, meanPredicted: 0.5, meanActual: 1 });
    expect(deciles[9]).toEqual({ n: 3, meanPredicted: 23, meanActual: 46 });
  });

  test('do not depend on the order of customers with equal predictions', () => {
    const predicted = [...Array.from({ length: 15 }, () => 1), ...Array.from({ length: 5 }, () => 2)];
    const actual = predicted.map((_, place) => place % 4);
    const shuffled = [...actual.slice(0, 15).toReversed(), ...actual.slice(15)];
    expect(evaluateForecast({ predicted, actual: shuffled })).toEqual(evaluateForecast({ predicted, actual }));
  });

  test('are as many as there are customers, when these are fewer than ten', () => {
    expect(evaluateForecast({ predicted: [1, 2], actual: [0, 3] }).deciles).toHaveLength(2);
  });
});

describe('what cannot be said is null, never NaN', () => {
  test('of nobody', () => {
    expect(evaluateForecast({ predicted: [], actual: [] })).toEqual({
      n: 0,
      mae: null,
      rmse: null,
      bias: null,
      normalizedGini: null,
      spearman: null,
      correlation: null,
      deciles: [],
    });
  });

  test('of customers who all did the same', () => {
    expect(evaluateForecast({ predicted: [1, 2], actual: [3, 3] })).toMatchObject({
      mae: 1.5,
      bias: -0.5,
      normalizedGini: null,
      spearman: null,
      correlation: null,
    });
  });

  test('of customers of whom the same was foreseen', () => {
    expect(evaluateForecast({ predicted: [0.1, 0.1, 0.1], actual: [0, 0, 0.3] })).toMatchObject({
      normalizedGini: 0,
      spearman: null,
      correlation: null,
    });
  });

  test('of customers who did nothing', () => {
    expect(evaluateForecast({ predicted: [1, 2], actual: [0, 0] })).toMatchObject({ bias: null, normalizedGini: null });
  });
});

test('columns that do not fit, or hold what is no number, are a mistake of the program', () => {
  expect(() => evaluateForecast({ predicted: [1], actual: [1, 2] })).toThrow('actual has 2 values, not 1');
  expect(() => evaluateForecast({ predicted: [1, Number.NaN], actual: [1, 2] })).toThrow('predicted[1] is not finite');
});
