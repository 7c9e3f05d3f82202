import { fail, ok, type Result } from '../../shared/result.ts';
import type { CollectedHistories } from './collected-histories.ts';
import { createHistoryColumns, type HistoryForm } from './history-columns.ts';
import { isKnownDay, lastKnownDay } from './known-days.ts';
import type { HistoriesRejection } from './purchase-rejection.ts';
import type { PurchaseRows } from './purchase-rows.ts';
import { visitPurchaseDays } from './visit-purchase-days.ts';

/** `earliestDay` is that of the rows, unknown without any. */
export interface ObservedSpan {
  readonly earliestDay: number;
  readonly observedUntilDay: number;
  readonly calibrationUntilDay: number | undefined;
  /** A whole number from 1. */
  readonly everyNthCustomer: number;
}

/** The histories of all rows within a span. */
export function collectHistories(
  rows: PurchaseRows,
  span: ObservedSpan,
  form: HistoryForm,
): Result<CollectedHistories, HistoriesRejection> {
  const { earliestDay, observedUntilDay, calibrationUntilDay = observedUntilDay, everyNthCustomer } = span;
  const rejection = rejectSpan(span);
  if (rejection !== null) return fail(rejection);
  const columns = createHistoryColumns(
    { earliestDay, calibrationUntilDay, observedUntilDay },
    form,
    Math.ceil(rows.customerCount() / everyNthCustomer),
  );
  const unmatchedRefunds = visitPurchaseDays(rows, { untilDay: observedUntilDay, everyNthCustomer }, columns.add);
  const collected = columns.finish();
  return collected.histories.size === 0 ? fail(noPurchases) : ok({ ...collected, unmatchedRefunds });
}

function rejectSpan(span: ObservedSpan): HistoriesRejection | null {
  const { earliestDay, observedUntilDay, calibrationUntilDay = observedUntilDay } = span;
  if (earliestDay > lastKnownDay) return noPurchases;
  if (!isKnownDay(observedUntilDay))
    return rejectWindow('/observedUntilDay', 'The end of observation is a day from 1900 to 2200.');
  if (!isKnownDay(calibrationUntilDay))
    return rejectWindow('/calibrationUntilDay', 'The end of the calibration is a day from 1900 to 2200.');
  if (span.calibrationUntilDay !== undefined && calibrationUntilDay >= observedUntilDay) {
    return rejectWindow(
      '/calibrationUntilDay',
      'The calibration ends before the last day of observation, or nothing is held out.',
    );
  }
  return earliestDay > calibrationUntilDay ? noPurchases : null;
}

function rejectWindow(path: string, message: string): HistoriesRejection {
  return { code: 'clv.window_invalid', path, message };
}

const noPurchases: HistoriesRejection = {
  code: 'clv.no_purchases',
  path: '',
  message: 'There is no purchase until the end of the observed time, so there is nothing to learn from.',
};
