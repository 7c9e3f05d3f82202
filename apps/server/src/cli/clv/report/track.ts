import { createOperationalTime, getTransactionModel, newcomer, type LifetimeModel } from '@regulars/core/clv';
import type { CollectedHistories } from '@regulars/core/clv/histories';

/** Repeat purchases of the customers known at the end of the calibration, week by week. */
export interface Tracking {
  /** The first day of each week. */
  readonly weeks: readonly number[];
  readonly actual: Float64Array;
  readonly expected: Float64Array;
  /** The first week after the calibration. */
  readonly calibrationWeeks: number;
}

const weekDays = 7;

/** What the model expects of customers by the day of their first purchase alone, beside what came. */
export function track(model: LifetimeModel, store: CollectedHistories, untilDay: number): Tracking {
  const { fromDay, repeatPurchases } = store.daily;
  const count = Math.max(1, Math.floor((untilDay - fromDay + 1) / weekDays));
  const actual = new Float64Array(count);
  for (let place = 0; place < Math.min(repeatPurchases.length, count * weekDays); place += 1)
    actual[Math.floor(place / weekDays)]! += repeatPurchases[place] ?? 0;
  const expected = expectByWeek(model, store, count);
  const calibrationWeeks = Math.min(count, Math.round((store.observedUntilDay - fromDay + 1) / weekDays));
  return {
    weeks: Array.from({ length: count }, (_, week) => fromDay + week * weekDays),
    actual,
    expected,
    calibrationWeeks,
  };
}

function expectByWeek(model: LifetimeModel, store: CollectedHistories, weeks: number): Float64Array {
  const { transactions, season, timeUnit } = model;
  const forecast = getTransactionModel(transactions.modelId, transactions.k).forecast(transactions.parameters);
  const time = createOperationalTime(season, timeUnit);
  const { fromDay } = store.daily;
  const births = countBirths(store);
  const known = new Map<number, number>();
  const expectedBy = (duration: number) => {
    const before = known.get(duration);
    if (before !== undefined) return before;
    const expected = forecast.expectedTransactions(newcomer, duration);
    known.set(duration, expected);
    return expected;
  };
  const expected = new Float64Array(weeks);
  for (const [bornDay, customers] of births) {
    const born = time.at(bornDay);
    let before = 0;
    for (let week = Math.floor((bornDay - fromDay) / weekDays); week < weeks; week += 1) {
      const until = expectedBy(Math.max(0, time.at(fromDay + (week + 1) * weekDays - 1) - born));
      expected[week]! += customers * (until - before);
      before = until;
    }
  }
  return expected;
}

function countBirths({ firstDay }: CollectedHistories): Map<number, number> {
  const births = new Map<number, number>();
  for (const day of firstDay) births.set(day, (births.get(day) ?? 0) + 1);
  return births;
}
