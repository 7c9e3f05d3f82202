import { fail, ok, type Result } from '../../shared/result.ts';
import type { TimeUnit } from '../time-unit.ts';
import { collectHistories } from './collect-histories.ts';
import type { CollectedHistories } from './collected-histories.ts';
import { firstKnownDay, isKnownDay, lastKnownDay } from './known-days.ts';
import type { PurchaseDaysVisitor } from './purchase-days.ts';
import { checkCustomer, rejectColumns, type RowColumns } from './row-columns.ts';
import { isAmount, rejectAmount, rejectDay, type HistoriesRejection, type RowRejection } from './purchase-rejection.ts';
import { createPurchaseRows } from './purchase-rows.ts';
import { visitPurchaseDays } from './visit-purchase-days.ts';

/**
 * What part of the time, and of the customers, is looked at. Days since 1970-01-01, each the last of its span, in the same
 * zone as the rows'.
 */
export interface ObservationWindow {
  /** Later rows are left aside. The day of the latest row when left out. */
  readonly observedUntilDay?: number | undefined;
  /** What comes after it is held out, to be foreseen. Nothing is when left out. */
  readonly calibrationUntilDay?: number | undefined;
  /** Only every n-th customer, by index: enough of a large store to rehearse on. Every one when left out. */
  readonly everyNthCustomer?: number | undefined;
}

export interface HistoryCollectorOptions extends ObservationWindow {
  readonly timeUnit: TimeUnit;
  /**
   * Whether histories hold the logarithms of their gaps, which only `mbg-cnbd-k` asks for: 8 bytes a customer. They do by
   * default.
   */
  readonly withLogGaps?: boolean;
}

/** Rows of purchases in any order, becoming histories. */
export interface HistoryCollector {
  /**
   * A purchase. A row that is refused is not kept, and the collector goes on as if it had not come.
   *
   * @param customerIndex a whole number from 0; best without gaps, as of customers numbered as they first appear.
   * @param day whole days since 1970-01-01, in one zone for all.
   * @param amount from 0, which is a purchase too, to 2⁵³ − 1.
   * @param currency compared with the first one told; may be told once, or with every row.
   */
  add(customerIndex: number, day: number, amount: number, currency?: string): Result<null, RowRejection>;
  /** Money given back, `amount` ≥ 0, on the purchase of that day (or else the latest before it). */
  addRefund(customerIndex: number, day: number, amount: number, currency?: string): Result<null, RowRejection>;
  /** Many purchases at once, `size` rows: all of them, or none when one is refused; `path` says which. */
  addColumns(columns: RowColumns, size: number, currency?: string): Result<null, RowRejection>;
  /**
   * The histories so far. May be asked again: the rows are kept, and more may follow.
   *
   * @param window in place of the one among the collector's options.
   */
  finish(window?: ObservationWindow): Result<CollectedHistories, HistoriesRejection>;
  /** Shows every customer's purchases, merged into days; for what histories do not hold, as cohorts want it. */
  visit(visitor: PurchaseDaysVisitor, window?: Pick<ObservationWindow, 'observedUntilDay'>): void;
  /** Forgets all rows and gives their memory back at once; what was made of them stays. */
  clear(): void;
}

/**
 * Turns raw orders into purchase histories, a row at a time: 12 bytes a row are kept, and time grows linearly.
 *
 * - Several purchases on one day are one, and the first day's do not count for the mean spend.
 * - The calibration's last day belongs to it: T counts the days from the first purchase to it.
 * - A refund takes money off its purchase and nothing else. A purchase given back in full stays one, of amount 0; who does
 *   not want to count such orders leaves them out beforehand, as `toPurchase` does.
 *
 * Source: Fader, Hardie & Lee (2005), "Counting Your Customers the Easy Way", §3, and Hardie's notes on the CDNOW data.
 *
 * @throws RangeError from its methods when a customer's index is not a whole number from 0 to 2²⁷ − 1, or
 *   `everyNthCustomer` not one from 1.
 * @example
 * ```ts
 * const collector = createHistoryCollector({ timeUnit: 'week', observedUntilDay: 70 });
 * collector.add(0, 0, 30);
 * collector.add(0, 35, 20);
 * const collected = collector.finish();
 * if (collected.ok) collected.value.histories.recency[0]; // 5 weeks
 * ```
 */
export function createHistoryCollector(options: HistoryCollectorOptions): HistoryCollector {
  const rows = createPurchaseRows();
  // Small whole numbers from the start, which keeps the comparison of every row cheap.
  let earliestDay = lastKnownDay + 1;
  let latestDay = firstKnownDay - 1;
  let knownCurrency: string | null = null;

  function keep(customerIndex: number, day: number, amount: number): void {
    if (day < earliestDay) earliestDay = day;
    if (day > latestDay) latestDay = day;
    rows.add(customerIndex, day, amount);
  }

  function refuse(day: number, amount: number, currency: string | undefined): RowRejection | null {
    if (!isAmount(amount)) return rejectAmount(amount, '/amount');
    if (!isKnownDay(day)) return rejectDay('/day');
    return refuseCurrency(currency);
  }

  function refuseCurrency(currency: string | undefined): RowRejection | null {
    if (currency === undefined || currency === knownCurrency) return null;
    if (knownCurrency !== null) return rejectCurrency(currency, knownCurrency);
    knownCurrency = currency;
    return null;
  }

  return {
    add(customerIndex, day, amount, currency) {
      checkCustomer(customerIndex);
      const rejection = refuse(day, amount, currency);
      if (rejection !== null) return fail(rejection);
      keep(customerIndex, day, amount);
      return accepted;
    },
    addRefund(customerIndex, day, amount, currency) {
      checkCustomer(customerIndex);
      const rejection = refuse(day, amount, currency);
      if (rejection !== null) return fail(rejection);
      if (amount > 0) keep(customerIndex, day, -amount);
      return accepted;
    },
    addColumns(columns, size, currency) {
      const rejection = rejectColumns(columns, size) ?? (size === 0 ? null : refuseCurrency(currency));
      if (rejection !== null) return fail(rejection);
      const { customerIndex, day, amount } = columns;
      for (let row = 0; row < size; row += 1) keep(customerIndex[row]!, day[row]!, amount[row]!);
      return accepted;
    },
    finish(window = options) {
      const { observedUntilDay = latestDay, calibrationUntilDay, everyNthCustomer = 1 } = window;
      if (!(Number.isInteger(everyNthCustomer) && everyNthCustomer > 0)) {
        throw new RangeError('everyNthCustomer is a whole number from 1.');
      }
      const span = { earliestDay, observedUntilDay, calibrationUntilDay, everyNthCustomer };
      return collectHistories(rows, span, options);
    },
    visit(visitor, window = options) {
      visitPurchaseDays(rows, { untilDay: window.observedUntilDay ?? lastKnownDay, everyNthCustomer: 1 }, visitor);
    },
    clear: () => rows.clear(),
  };
}

const accepted = ok(null);

function rejectCurrency(currency: string, known: string): RowRejection {
  return {
    code: 'clv.currency_mixed',
    path: '/currency',
    message: `Amounts in ${currency} cannot be added to amounts in ${known}: collect each currency by itself, or convert one.`,
  };
}
