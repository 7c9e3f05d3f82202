import type { StorePurchases } from '../histories/store-purchases.ts';
import type { TransactionForecast } from '../models/transaction-model.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { weekOfYear, weeksPerYear } from './week-of-year.ts';

/** Repeat purchases of each week of the year, until the end of observation. */
export function countWeeklyPurchases(store: Pick<StorePurchases, 'daily' | 'observedUntilDay'>): Float64Array {
  const { daily, observedUntilDay } = store;
  const actual = new Float64Array(weeksPerYear);
  const days = Math.min(daily.repeatPurchases.length, observedUntilDay - daily.fromDay + 1);
  for (let place = 0; place < days; place += 1) {
    actual[weekOfYear(daily.fromDay + place)]! += daily.repeatPurchases[place]!;
  }
  return actual;
}

/**
 * The repeat purchases to be expected of each week of the year if it had no season, given all that customers did: the
 * mean rate of each while they were with the store. Until the last purchase that is certain; after it, as far as they are
 * alive. Exact for models with drop-out at purchases.
 *
 * @param histories of the store, in operational time.
 * @param shape and @param rate are r and α of the rates' gamma distribution.
 */
export function expectWeeklyPurchases(
  store: Pick<StorePurchases, 'firstDay' | 'lastDay' | 'observedUntilDay'>,
  histories: PurchaseHistories,
  forecast: TransactionForecast,
  shape: number,
  rate: number,
): Float64Array {
  const { firstDay, lastDay, observedUntilDay } = store;
  const from = firstDay.reduce((earliest, day) => Math.min(earliest, day), observedUntilDay);
  const changes = new Float64Array(observedUntilDay - from + 2);
  for (let row = 0; row < histories.size; row += 1) {
    const frequency = histories.frequency[row]!;
    const recency = histories.recency[row]!;
    const age = histories.age[row]!;
    const alive = forecast.probabilityAlive({ frequency, recency, age }, 0);
    const rateSinceLast = (alive * (shape + frequency)) / (rate + age);
    const rateUntilLast = rateSinceLast + ((1 - alive) * (shape + frequency)) / (rate + recency);
    changes[firstDay[row]! + 1 - from]! += rateUntilLast;
    changes[lastDay[row]! + 1 - from]! += rateSinceLast - rateUntilLast;
    changes[changes.length - 1]! -= rateSinceLast;
  }
  return sumByWeek(changes, from);
}

function sumByWeek(changes: Float64Array, from: number): Float64Array {
  const exposure = new Float64Array(weeksPerYear);
  let present = 0;
  for (let place = 0; place < changes.length - 1; place += 1) {
    present += changes[place]!;
    exposure[weekOfYear(from + place)]! += Math.max(0, present);
  }
  return exposure;
}
