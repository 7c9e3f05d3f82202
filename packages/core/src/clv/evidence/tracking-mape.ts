import { checkColumns } from './check-columns.ts';
import type { ForecastAndActual } from './forecast-errors.ts';

/** Mean absolute percentage errors as shares: 0.0133 is 1.33 %. Null when nothing ever came. */
export interface TrackingError {
  /** Periods in which something came, and which therefore count. */
  readonly n: number;
  /** Of the purchases in each period by itself. */
  readonly byPeriod: number | null;
  /** Of all purchases until then. */
  readonly cumulative: number | null;
}

/**
 * How closely a store's purchases were foreseen, period by period.
 *
 * Source: Jerath, Fader & Hardie (2011), "New Perspectives on Customer “Death” Using a Generalization of the Pareto/NBD
 * Model", Marketing Science 30(5), table 4. A period without a purchase has no percentage and is left out.
 *
 * @param tracking purchases of each period, usually a week, of the whole store.
 * @param from the first period that counts; the sums begin with the first of all.
 * @throws RangeError when the columns differ in length, or hold what is not finite.
 * @example
 * ```ts
 * trackingMape({ predicted: [10, 12], actual: [8, 12] }); // { n: 2, byPeriod: 0.125, cumulative: 0.175 }
 * ```
 */
export function trackingMape({ predicted, actual }: ForecastAndActual, from = 0): TrackingError {
  checkColumns({ predicted, actual });
  const sums = { predicted: 0, actual: 0, byPeriod: 0, cumulative: 0 };
  let n = 0;
  let counted = 0;
  for (let period = 0; period < actual.length; period += 1) {
    sums.predicted += predicted[period]!;
    sums.actual += actual[period]!;
    if (period < from || sums.actual <= 0) continue;
    counted += 1;
    sums.cumulative += Math.abs(sums.predicted / sums.actual - 1);
    if (actual[period]! <= 0) continue;
    n += 1;
    sums.byPeriod += Math.abs(predicted[period]! / actual[period]! - 1);
  }
  return {
    n,
    byPeriod: n === 0 ? null : sums.byPeriod / n,
    cumulative: counted === 0 ? null : sums.cumulative / counted,
  };
}
