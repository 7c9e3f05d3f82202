import { fail, ok, type Rejection, type Result } from '../../shared/result.ts';
import { daysPerUnit, type TimeUnit } from '../time-unit.ts';
import { isKnownDay } from './known-days.ts';
import type { PurchaseHistory } from './purchase-history.ts';
import type { PurchaseSummary } from './purchase-summary.ts';

/** A history, with the mean amount of the purchases after the first; 0 without one. */
export interface SpendingHistory extends PurchaseHistory {
  readonly meanSpend: number;
}

/**
 * What the models have to know of one customer, from their running sums: a row of what the collector gives.
 *
 * @returns `clv.observation_too_short` when observation ends before the last purchase.
 * @example
 * ```ts
 * const summary = { firstDay: 0, lastDay: 14, purchaseDays: 2, firstDaySpend: 40, laterSpend: 25 };
 * toPurchaseHistory(summary, { observedUntilDay: 28, timeUnit: 'week' });
 * // { frequency: 1, recency: 2, age: 4, meanSpend: 25 }
 * ```
 */
export function toPurchaseHistory(
  summary: PurchaseSummary,
  { observedUntilDay, timeUnit }: { readonly observedUntilDay: number; readonly timeUnit: TimeUnit },
): Result<SpendingHistory, Rejection<'clv.observation_too_short'>> {
  const { firstDay, lastDay, purchaseDays, laterSpend } = summary;
  if (!isKnownDay(observedUntilDay) || observedUntilDay < lastDay) return fail(tooShort);
  const frequency = purchaseDays - 1;
  return ok({
    frequency,
    recency: (lastDay - firstDay) / daysPerUnit[timeUnit],
    age: (observedUntilDay - firstDay) / daysPerUnit[timeUnit],
    meanSpend: toMeanSpend(laterSpend, frequency),
  });
}

/** Spend per purchase; 0 without one, and when more was given back than had been paid. */
export function toMeanSpend(laterSpend: number, frequency: number): number {
  return frequency === 0 ? 0 : Math.max(0, laterSpend) / frequency;
}

const tooShort = {
  code: 'clv.observation_too_short' as const,
  path: '/observedUntilDay',
  message: 'The end of observation is a day from 1900 to 2200, not before the last purchase.',
};
