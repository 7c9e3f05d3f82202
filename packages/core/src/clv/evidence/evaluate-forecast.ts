import { checkColumns } from './check-columns.ts';
import { correlation } from './correlation.ts';
import { decileCalibration, type Decile } from './decile-calibration.ts';
import { midranks } from './midranks.ts';
import { normalizedGini } from './normalized-gini.ts';
import { sortedOrder } from './sorted-order.ts';

/** Customer by customer: what was foreseen, and what came. */
export interface ForecastAndActual {
  readonly predicted: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
}

/** How good a forecast was. What cannot be said of these customers is null. */
export interface ForecastEvaluation {
  /** Customers. */
  readonly n: number;
  /** Mean absolute error. The predictive median makes it least. */
  readonly mae: number | null;
  /** Root of the mean squared error. The predictive mean makes it least. */
  readonly rmse: number | null;
  /** Σ predicted / Σ actual − 1: −0.1 is a tenth too little over all. Null when nothing came. */
  readonly bias: number | null;
  readonly normalizedGini: number | null;
  /** Rank correlation, equal values sharing their mean rank. */
  readonly spearman: number | null;
  /** Pearson's. */
  readonly correlation: number | null;
  /** From the lowest predictions to the highest. */
  readonly deciles: readonly Decile[];
}

/**
 * Compares a forecast with what came, in every way that the literature does. Of transactions or of money.
 *
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * evaluateForecast({ predicted: [1, 2, 3], actual: [0, 2, 6] }).mae; // 1.333…
 * ```
 */
export function evaluateForecast({ predicted, actual }: ForecastAndActual): ForecastEvaluation {
  checkColumns({ predicted, actual });
  const n = predicted.length;
  const errors = sumErrors(predicted, actual);
  const order = sortedOrder(predicted);
  const ranks = { predicted: midranks(predicted, order), actual: midranks(actual) };
  return {
    n,
    mae: n === 0 ? null : errors.absolute / n,
    rmse: n === 0 ? null : Math.sqrt(errors.squared / n),
    bias: toBias(errors.predicted, errors.actual),
    normalizedGini: normalizedGini(actual, ranks),
    spearman: correlation(ranks.predicted, ranks.actual),
    correlation: correlation(predicted, actual),
    deciles: decileCalibration(predicted, actual, order),
  };
}

function toBias(predicted: number, actual: number): number | null {
  const ratio = predicted / actual;
  return Number.isFinite(ratio) ? ratio - 1 : null;
}

function sumErrors(predicted: ArrayLike<number>, actual: ArrayLike<number>) {
  const sums = { absolute: 0, squared: 0, predicted: 0, actual: 0 };
  for (let place = 0; place < predicted.length; place += 1) {
    const error = predicted[place]! - actual[place]!;
    sums.absolute += Math.abs(error);
    sums.squared += error * error;
    sums.predicted += predicted[place]!;
    sums.actual += actual[place]!;
  }
  return sums;
}
