import { fail, ok, type Rejection, type Result } from '../../shared/result.ts';
import type { DatedAmount } from './add-purchase.ts';
import { isKnownDay } from './known-days.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { rejectAmount, rejectDay, type RowRejection } from './purchase-rejection.ts';

export type RefundRejection = RowRejection | Rejection<'clv.refund_without_purchase'>;

/**
 * A customer's running sums after money was given back, in constant time. The refund takes its amount off the spend and
 * leaves the purchase counted, as the collector does.
 *
 * @param refund the day of the purchase that it belongs to, and the amount given back, ≥ 0.
 * @returns `clv.refund_without_purchase` when the day is before the first purchase or after the last.
 * @example
 * ```ts
 * addRefund({ firstDay: 5, lastDay: 9, purchaseDays: 2, firstDaySpend: 40, laterSpend: 25 }, { day: 9, amount: 10 });
 * // laterSpend 15
 * ```
 */
export function addRefund(
  summary: PurchaseSummary,
  { day, amount }: DatedAmount,
): Result<PurchaseSummary, RefundRejection> {
  const rejection = rejectAmount(amount, '/amount') ?? (isKnownDay(day) ? null : rejectDay('/day'));
  if (rejection !== null) return fail(rejection);
  if (day < summary.firstDay || day > summary.lastDay) return fail(withoutPurchase);
  if (day === summary.firstDay) return ok({ ...summary, firstDaySpend: summary.firstDaySpend - amount });
  return ok({ ...summary, laterSpend: summary.laterSpend - amount });
}

const withoutPurchase: RefundRejection = {
  code: 'clv.refund_without_purchase',
  path: '/day',
  message: 'The refund’s day is none on which the customer bought.',
};
