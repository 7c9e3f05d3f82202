import type { Rejection } from '../../shared/result.ts';

/** What can be wrong with a purchase or a refund by itself. */
export type RowRejection = Rejection<
  'clv.amount_invalid' | 'clv.amount_negative' | 'clv.day_invalid' | 'clv.currency_mixed'
>;

/** Why histories cannot be made of rows that are each right. */
export type HistoriesRejection = Rejection<'clv.no_purchases' | 'clv.window_invalid'>;

/** Past it neighboring whole numbers cannot be told apart, and sums of many amounts would soon not be finite. */
const maximumAmount = Number.MAX_SAFE_INTEGER;

/** Whether it is the amount of a purchase or a refund. */
export function isAmount(amount: number): boolean {
  return amount >= 0 && amount <= maximumAmount;
}

/** Why an amount is none; null when it is one. */
export function rejectAmount(amount: number, path: string): RowRejection | null {
  if (isAmount(amount)) return null;
  if (!Number.isFinite(amount) || amount > 0) {
    return { code: 'clv.amount_invalid', path, message: `An amount is a finite number up to ${maximumAmount}.` };
  }
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
