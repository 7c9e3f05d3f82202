import { cholesky } from '../../numeric/cholesky.ts';
import { invertByCholesky } from '../../numeric/invert-by-cholesky.ts';
import { retailCalendar } from './retail-calendar.ts';
import { toSeasonIndex, type SeasonBasis } from './season-basis.ts';
import type { SeasonFit } from './season-fit.ts';
import { toSeasonObjective, type WeeklyPurchases } from './season-objective.ts';

/** Weeks in which a fifth more than on average is bought, in logarithms, are the peak: November to the middle of December. */
const peakFrom = 0.2;

/** @param weights where the log-posterior of the season has its top. */
export function describeSeason(
  basis: SeasonBasis,
  weights: Float64Array,
  weeks: WeeklyPurchases,
  dispersion: number,
): SeasonFit {
  const { hessian } = toSeasonObjective(basis, weeks, dispersion)(weights);
  // Without anything believed beforehand: of the data alone.
  const data = toSeasonObjective({ ...basis, deviation: basis.deviation.map(() => Infinity) }, weeks, dispersion);
  const logLikelihoodGain = data(weights).value - data(new Float64Array(weights.length)).value;
  const size = weights.length;
  const factor = cholesky(
    hessian.map((value) => -value),
    size,
  );
  const covariance = factor === null ? new Float64Array(size * size) : invertByCholesky(factor, size);
  const index = toSeasonIndex(basis, weights);
  const centers = basis.shapes.map((shape) => shape.reduce((sum, value, week) => sum + value * index[week]!, 0) / 52);
  const logIndexDeviation = index.map((_, week) => {
    const row = basis.shapes.map((shape, which) => shape[week]! - centers[which]!);
    return Math.sqrt(Math.max(0, quadratic(covariance, row)));
  });
  return {
    index,
    logIndexDeviation,
    strength: weights[0]!,
    strengthDeviation: Math.sqrt(covariance[0]!),
    peakShare: shareOfPeak(weeks.exposure),
    shapeCount: size,
    dispersion,
    logLikelihoodGain,
    message: toMessage(basis, index),
  };
}

function shareOfPeak(exposure: Float64Array): number {
  let [peak, all] = [0, 0];
  for (const [week, value] of exposure.entries()) {
    all += value;
    if (retailCalendar[week]! > peakFrom) peak += value;
  }
  return all > 0 ? peak / all : 0;
}

function quadratic(matrix: Float64Array, vector: readonly number[]): number {
  let sum = 0;
  for (const [row, left] of vector.entries()) {
    for (const [column, right] of vector.entries()) sum += left * right * matrix[row * vector.length + column]!;
  }
  return sum;
}

function toMessage(basis: SeasonBasis, index: readonly number[]): string {
  const high = Math.max(...index);
  const source = basis.shapes.length > 1 ? "the store's own years" : 'how strongly the usual year of retail shows';
  return `Season learned from ${source}: in week ${index.indexOf(high) + 1} of the year, its highest, ${high.toFixed(2)} times as much is bought as on average.`;
}
