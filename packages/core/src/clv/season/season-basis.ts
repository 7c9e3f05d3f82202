import { retailCalendar } from './retail-calendar.ts';
import { weeksPerYear } from './week-of-year.ts';

/** The shapes of which the logarithm of a season's index is a weighted sum, and what is believed of their weights. */
export interface SeasonBasis {
  /** Each a shape over the weeks of the year. The first is the usual calendar of retail. */
  readonly shapes: readonly (readonly number[])[];
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}

/** Less than two years of data cannot tell a season from a trend: then only the strength of the usual one is asked. */
const daysForOwnShape = 700;
const waves = 4;

export function chooseSeasonBasis(spanDays: number): SeasonBasis {
  const usual = { shapes: [retailCalendar], mean: [1], deviation: [0.5] };
  if (spanDays < daysForOwnShape) return usual;
  const own = Array.from({ length: waves }, (_, index) => index + 1).flatMap((wave) => [
    toWave(wave, Math.cos),
    toWave(wave, Math.sin),
  ]);
  return {
    shapes: [...usual.shapes, ...own],
    mean: [0.5, ...own.map(() => 0)],
    deviation: [0.5, ...own.map((_, index) => 0.3 / (1 + Math.floor(index / 2)))],
  };
}

function toWave(wave: number, shape: (angle: number) => number): readonly number[] {
  return Array.from({ length: weeksPerYear }, (_, week) => shape((2 * Math.PI * wave * (week + 0.5)) / weeksPerYear));
}

/** The index of which the logarithm, up to a constant, is the weighted sum of the shapes. Its mean is 1. */
export function toSeasonIndex(basis: SeasonBasis, weights: ArrayLike<number>): number[] {
  const index = Array.from({ length: weeksPerYear }, (_, week) =>
    Math.exp(basis.shapes.reduce((sum, shape, which) => sum + (weights[which] ?? 0) * (shape[week] ?? 0), 0)),
  );
  const mean = index.reduce((sum, value) => sum + value, 0) / index.length;
  return index.map((value) => value / mean);
}
