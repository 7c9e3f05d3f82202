import type { Rejection } from '../../shared/result.ts';

/** What can be wrong with a purchase or a refund by itself. */
export type RowRejection = Rejection<
  'clv.amount_invalid' | 'clv.amount_negative' | 'clv.day_invalid' | 'clv.currency_mixed'
>;

/** Why histories cannot be made of rows that are each right. */
export type HistoriesRejection = Rejection<'clv.no_purchases' | 'clv.window_invalid'>;

/** An amount that no sum can hold, or that is no purchase; null when it is one. */
export function rejectAmount(amount: number, path: string): RowRejection | null {
  if (!Number.isFinite(amount)) {
    return { code: 'clv.amount_invalid', path, message: 'An amount is a finite number.' };
  }
  if (amount >= 0) return null;
  return {
    code: 'clv.amount_negative',
    path,
    message: 'The amount of a purchase or a refund is not negative: money given back is a refund of a positive amount.',
  };
}

export function rejectDay(path: string): RowRejection {
  return {
    code: 'clv.day_invalid',
    path,
    message: 'A day is a whole number of days since 1970-01-01, from 1900-01-01 (-25567) to 2200-12-31 (84370).',
  };
}
