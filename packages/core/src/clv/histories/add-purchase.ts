import { fail, ok, type Rejection, type Result } from '../../shared/result.ts';
import { isKnownDay } from './known-days.ts';
import type { PurchaseSummary } from './purchase-summary.ts';
import { rejectAmount, rejectDay, type RowRejection } from './purchase-rejection.ts';

/** One order's day, in the zone of all days, and net amount. */
export interface DatedAmount {
  readonly day: number;
  readonly amount: number;
}

export type PurchaseRejection = RowRejection | Rejection<'clv.purchase_out_of_order'>;

/**
 * A customer's running sums after one more purchase, in constant time; equal to adding up all their purchases afresh. A
 * second purchase on the last day is no new one: it adds its amount to that day.
 *
 * @param summary null before the first purchase.
 * @returns `clv.purchase_out_of_order` when the day is before the last known one, which sums cannot take in: add the
 *   customer's purchases up afresh.
 * @example
 * ```ts
 * const first = addPurchase(null, { day: 20_000, amount: 40 });
 * if (first.ok) addPurchase(first.value, { day: 20_030, amount: 25 }); // purchaseDays 2, laterSpend 25
 * ```
 */
export function addPurchase(
  summary: PurchaseSummary | null,
  { day, amount }: DatedAmount,
): Result<PurchaseSummary, PurchaseRejection> {
  const rejection = rejectAmount(amount, '/amount') ?? (isKnownDay(day) ? null : rejectDay('/day'));
  if (rejection !== null) return fail(rejection);
  if (summary === null) {
    return ok({ firstDay: day, lastDay: day, purchaseDays: 1, firstDaySpend: amount, laterSpend: 0 });
  }
  if (day < summary.lastDay) return fail(outOfOrder);
  if (day === summary.firstDay) return ok({ ...summary, firstDaySpend: summary.firstDaySpend + amount });
  return ok({
    ...summary,
    lastDay: day,
    purchaseDays: summary.purchaseDays + (day === summary.lastDay ? 0 : 1),
    laterSpend: summary.laterSpend + amount,
  });
}

const outOfOrder: PurchaseRejection = {
  code: 'clv.purchase_out_of_order',
  path: '/day',
  message: 'The purchase is older than the last one known: add the customer’s purchases up afresh.',
};
