import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import type { OperationalTime } from './operational-time.ts';

/**
 * Histories with their times counted in operational time. Gaps are taken to be stretched as the whole of each customer's
 * purchases is: the single ones are not known any more.
 */
export function toOperationalHistories(
  store: Pick<StorePurchases, 'histories' | 'firstDay' | 'lastDay' | 'observedUntilDay'>,
  time: OperationalTime,
): PurchaseHistories {
  const { histories, firstDay, lastDay, observedUntilDay } = store;
  const { size, frequency } = histories;
  const recency = new Float64Array(size);
  const age = new Float64Array(size);
  const logGaps = histories.logGaps === null ? null : new Float64Array(size);
  const at = tabulate(time, firstDay, observedUntilDay);
  const end = time.at(observedUntilDay);
  for (let row = 0; row < size; row += 1) {
    const first = at(firstDay[row]!);
    recency[row] = at(lastDay[row]!) - first;
    age[row] = Math.max(recency[row]!, end - first);
    const x = frequency[row]!;
    if (logGaps === null || x === 0) continue;
    logGaps[row] = histories.logGaps![row]! + x * Math.log(recency[row]! / histories.recency[row]!);
  }
  return { ...histories, recency, age, logGaps };
}

/** The same few days come again and again: each is worked out once. */
function tabulate(time: OperationalTime, firstDay: Int32Array, untilDay: number): (day: number) => number {
  let from = untilDay;
  for (const day of firstDay) if (day < from) from = day;
  const table = new Float64Array(Math.max(0, untilDay - from) + 1);
  for (let place = 0; place < table.length; place += 1) table[place] = time.at(from + place);
  return (day) => table[day - from] ?? time.at(day);
}
