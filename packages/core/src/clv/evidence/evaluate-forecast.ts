import { checkColumns } from './check-columns.ts';
import { correlation } from './correlation.ts';
import { decileCalibration, type Decile } from './decile-calibration.ts';
import { forecastErrors, type ForecastAndActual, type ForecastErrors } from './forecast-errors.ts';
import { midranks } from './midranks.ts';
import { normalizedGini } from './normalized-gini.ts';
import { sortedOrder } from './sorted-order.ts';

/** How good a forecast was. What cannot be said of these customers is null. */
export interface ForecastEvaluation extends ForecastErrors {
  /** Customers. */
  readonly n: number;
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
  const order = sortedOrder(predicted);
  const ranks = { predicted: midranks(predicted, order), actual: midranks(actual) };
  return {
    n: predicted.length,
    ...forecastErrors({ predicted, actual }),
    normalizedGini: normalizedGini(actual, ranks),
    spearman: correlation(ranks.predicted, ranks.actual),
    correlation: correlation(predicted, actual),
    deciles: decileCalibration(predicted, actual, order),
  };
}
