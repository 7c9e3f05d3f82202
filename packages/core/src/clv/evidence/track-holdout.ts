import type { CollectedHistories } from '../histories/collected-histories.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import { daysPerUnit } from '../time-unit.ts';
import { foreseeWeeks } from './foresee-weeks.ts';
import { trackingMape, type TrackingError } from './tracking-mape.ts';

/**
 * How closely a model foresaw what was held out, week by week, from what was known at the calibration's end. Whole weeks
 * count; of a shorter holdout, all of it.
 *
 * @throws RangeError when nothing is held out, or the histories are in another unit than the model.
 * @example
 * ```ts
 * const store = collectStore(collector, { calibrationUntilDay: 17_900, observedUntilDay: 18_000 });
 * if (store.ok) trackHoldout(fitLifetimeModel(store.value), store.value).cumulative; // 0.02 is off by a fiftieth
 * ```
 */
export function trackHoldout(model: LifetimeModel, store: CollectedHistories): TrackingError {
  const { daily, observedUntilDay, holdout, histories } = store;
  if (holdout === null) throw new RangeError('Nothing is held out.');
  const holdoutDays = Math.round(holdout.duration * daysPerUnit[histories.timeUnit]);
  const days = Math.min(7, holdoutDays);
  const weeks = Math.floor(holdoutDays / days);
  const actual = new Float64Array(weeks);
  const predicted = new Float64Array(weeks);
  const expected = foreseeWeeks(model, store, { weeks, weekDays: days });
  for (let week = 0; week < weeks; week += 1) {
    const from = observedUntilDay + 1 + week * days - daily.fromDay;
    for (let place = from; place < from + days; place += 1) actual[week]! += daily.repeatPurchases[place] ?? 0;
    predicted[week] = expected[week]! - (week === 0 ? 0 : expected[week - 1]!);
  }
  return trackingMape({ predicted, actual });
}
