import { daysPerUnit, type TimeUnit } from '../time-unit.ts';
import type { CollectedHistories, DailyPurchases } from './collected-histories.ts';
import { createGapLogarithms } from './gap-logarithms.ts';
import type { PurchaseDays, PurchaseDaysVisitor } from './purchase-days.ts';
import { toMeanSpend } from './to-purchase-history.ts';

/** From the first row's day to the end of the calibration, and of observation; the two ends are one without a holdout. */
export interface ColumnSpan {
  readonly earliestDay: number;
  readonly calibrationUntilDay: number;
  readonly observedUntilDay: number;
}

/** What histories are counted in, and what they hold. */
export interface HistoryForm {
  readonly timeUnit: TimeUnit;
  readonly withLogGaps?: boolean;
}

export interface HistoryColumns {
  /** Adds the next customer's purchases, none of them later than the end of observation. */
  readonly add: PurchaseDaysVisitor;
  finish(): Omit<CollectedHistories, 'unmatchedRefunds'>;
}

/** Columns for at most `capacity` customers, filled one by one. */
export function createHistoryColumns(
  span: ColumnSpan,
  { timeUnit, withLogGaps = true }: HistoryForm,
  capacity: number,
): HistoryColumns {
  const { earliestDay, calibrationUntilDay, observedUntilDay } = span;
  const unitDays = daysPerUnit[timeUnit];
  const hasHoldout = calibrationUntilDay < observedUntilDay;
  const logOfGap = createGapLogarithms(calibrationUntilDay - earliestDay, unitDays);
  const frequency = new Float64Array(capacity);
  const recency = new Float64Array(capacity);
  const age = new Float64Array(capacity);
  const meanSpend = new Float64Array(capacity);
  const logGaps = withLogGaps ? new Float64Array(capacity) : null;
  const customerIndex = new Uint32Array(capacity);
  const firstDay = new Int32Array(capacity);
  const lastDay = new Int32Array(capacity);
  const firstDaySpend = new Float64Array(capacity);
  const heldOutTransactions = new Uint32Array(hasHoldout ? capacity : 0);
  const heldOutSpend = new Float64Array(hasHoldout ? capacity : 0);
  const daily = emptyDays(earliestDay, observedUntilDay);
  let size = 0;
  let purchaseCount = 0;

  /** The purchases after the first, until the calibration's end. Gives how many days of purchase there are until then. */
  function addCalibration(row: number, { size: count, day, spend }: PurchaseDays): number {
    let later = 0;
    let gaps = 0;
    let place = 1;
    while (place < count && day[place]! <= calibrationUntilDay) {
      later += spend[place]!;
      gaps += logOfGap[day[place]! - day[place - 1]!]!;
      place += 1;
    }
    const first = day[0]!;
    const last = day[place - 1]!;
    frequency[row] = place - 1;
    recency[row] = (last - first) / unitDays;
    age[row] = (calibrationUntilDay - first) / unitDays;
    meanSpend[row] = toMeanSpend(later, place - 1);
    if (logGaps !== null) logGaps[row] = gaps;
    firstDay[row] = first;
    lastDay[row] = last;
    firstDaySpend[row] = spend[0]!;
    return place;
  }

  function addHoldout(row: number, { size: count, spend }: PurchaseDays, from: number): void {
    let sum = 0;
    for (let place = from; place < count; place += 1) sum += spend[place]!;
    heldOutTransactions[row] = count - from;
    heldOutSpend[row] = sum;
  }

  return {
    add(customer, purchases) {
      const isKnown = purchases.day[0]! <= calibrationUntilDay;
      countDays(daily, purchases, isKnown);
      if (!isKnown) return;
      customerIndex[size] = customer;
      const calibrated = addCalibration(size, purchases);
      if (hasHoldout) addHoldout(size, purchases, calibrated);
      purchaseCount += calibrated;
      size += 1;
    },
    finish: () => ({
      histories: {
        size,
        timeUnit,
        frequency: frequency.subarray(0, size),
        recency: recency.subarray(0, size),
        age: age.subarray(0, size),
        meanSpend: meanSpend.subarray(0, size),
        logGaps: logGaps?.subarray(0, size) ?? null,
      },
      customerIndex: customerIndex.subarray(0, size),
      firstDay: firstDay.subarray(0, size),
      lastDay: lastDay.subarray(0, size),
      firstDaySpend: firstDaySpend.subarray(0, size),
      observedUntilDay: calibrationUntilDay,
      purchases: purchaseCount,
      daily,
      holdout: hasHoldout
        ? {
            duration: (observedUntilDay - calibrationUntilDay) / unitDays,
            transactions: heldOutTransactions.subarray(0, size),
            spend: heldOutSpend.subarray(0, size),
          }
        : null,
    }),
  };
}

function emptyDays(fromDay: number, untilDay: number): DailyPurchases {
  const size = untilDay - fromDay + 1;
  return {
    fromDay,
    purchases: new Uint32Array(size),
    firstPurchases: new Uint32Array(size),
    repeatPurchases: new Uint32Array(size),
    spend: new Float64Array(size),
  };
}

function countDays(daily: DailyPurchases, { size, day, spend }: PurchaseDays, isKnown: boolean): void {
  const { fromDay, purchases, firstPurchases, repeatPurchases } = daily;
  for (let place = 0; place < size; place += 1) {
    const at = day[place]! - fromDay;
    purchases[at] = purchases[at]! + 1;
    if (isKnown && place > 0) repeatPurchases[at] = repeatPurchases[at]! + 1;
    daily.spend[at] = daily.spend[at]! + spend[place]!;
  }
  const first = day[0]! - fromDay;
  firstPurchases[first] = firstPurchases[first]! + 1;
}
