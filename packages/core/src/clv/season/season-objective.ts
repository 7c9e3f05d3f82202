import type { Objective } from '../../numeric/objective.ts';
import type { SeasonBasis } from './season-basis.ts';
import { weeksPerYear } from './week-of-year.ts';

/** For each week of the year: the purchases made, and how many there would have been without a season. */
export interface WeeklyPurchases {
  readonly actual: Float64Array;
  readonly exposure: Float64Array;
}

/** After Christmas some shops are closed and others have sales: what is bought then tells nothing of a season's strength. */
export const untellingWeek = weeksPerYear - 1;

/**
 * The logarithm of how well weights of the shapes tell in which weeks the purchases fell, as against what is believed of
 * them: a multinomial likelihood, since how many purchases there are in all is the models' business, tempered by the
 * dispersion of the weeks, and a normal prior.
 *
 * Source: P. McCullagh & J. A. Nelder (1989), Generalized Linear Models, §6.4 and §9.2.
 */
export function toSeasonObjective(basis: SeasonBasis, weeks: WeeklyPurchases, dispersion: number): Objective {
  const size = basis.shapes.length;
  const total = weeks.actual.reduce((sum, value, week) => sum + (week === untellingWeek ? 0 : value), 0);
  return (weights) => {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    const sums = new Float64Array(size);
    const products = new Float64Array(size * size);
    let value = 0;
    let mass = 0;
    for (const [week, exposure] of weeks.exposure.entries()) {
      if (week === untellingWeek) continue;
      const row = basis.shapes.map((shape) => shape[week] ?? 0);
      const log = row.reduce((sum, part, which) => sum + part * weights[which]!, 0);
      const expected = exposure * Math.exp(log);
      const actual = weeks.actual[week] ?? 0;
      mass += expected;
      value += actual * log;
      for (let i = 0; i < size; i += 1) {
        gradient[i]! += actual * row[i]!;
        sums[i]! += expected * row[i]!;
        for (let j = 0; j < size; j += 1) products[i * size + j]! += expected * row[i]! * row[j]!;
      }
    }
    if (mass === 0) mass = 1; // no week tells anything
    value -= total * Math.log(mass);
    for (let i = 0; i < size; i += 1) {
      gradient[i]! -= (total * sums[i]!) / mass;
      for (let j = 0; j < size; j += 1) {
        const covariance = products[i * size + j]! / mass - (sums[i]! * sums[j]!) / mass ** 2;
        hessian[i * size + j] = (-total * covariance) / dispersion;
      }
    }
    value /= dispersion;
    for (let i = 0; i < size; i += 1) {
      const precision = basis.deviation[i]! ** -2;
      const distance = weights[i]! - basis.mean[i]!;
      value -= 0.5 * precision * distance ** 2;
      gradient[i] = gradient[i]! / dispersion - precision * distance;
      hessian[i * size + i]! -= precision;
    }
    return { value, gradient, hessian };
  };
}
