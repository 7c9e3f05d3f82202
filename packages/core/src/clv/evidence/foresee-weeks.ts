import { interpolate } from '../../numeric/interpolate.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import { scoreAll, type ScoredStore } from '../scoring/score-all.ts';
import { createOperationalTime } from '../season/operational-time.ts';

/** So many looks meet each week to 12 digits, and to four where purchases have a rhythm. */
const mostLooks = 16;

/**
 * The repeat purchases that are expected of all customers by the end of each week. They grow smoothly in the store's own
 * time, so that a few weeks, closer together toward both ends, tell all others; where purchases have occasions, every
 * week is looked at.
 *
 * @param weekDays how long a week is, in days.
 */
export function foreseeWeeks(
  model: LifetimeModel,
  store: ScoredStore,
  { weeks, weekDays }: { readonly weeks: number; readonly weekDays: number },
): Float64Array {
  const lookAt = (week: number) =>
    scoreAll(model, store, { horizonDays: week * weekDays, annualDiscountRate: 0 }).expectedTransactions.reduce(
      (sum, value) => sum + value,
      0,
    );
  const all = Array.from({ length: weeks }, (_, index) => index + 1);
  if (weeks <= mostLooks || model.transactions.modelId === 'bg-bb') return Float64Array.from(all, lookAt);
  const time = createOperationalTime(model.season, model.timeUnit);
  const toPlace = (week: number) => time.at(store.observedUntilDay + week * weekDays);
  const looks = [0, ...chooseLooks(weeks)];
  const expected = interpolate(
    looks.map(toPlace),
    looks.map((week) => (week === 0 ? 0 : lookAt(week))),
  );
  return Float64Array.from(all, (week) => expected(toPlace(week)));
}

/** The whole weeks next to Chebyshev's points. */
function chooseLooks(weeks: number): readonly number[] {
  const points = Array.from({ length: mostLooks }, (_, index) =>
    Math.max(1, Math.round((weeks / 2) * (1 - Math.cos((Math.PI * (index + 1)) / mostLooks)))),
  );
  return [...new Set(points)];
}
