import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { TransactionForecast } from '../models/transaction-model.ts';
import { indexPairs, type IndexedPairs } from './index-pairs.ts';

/**
 * P(alive) of all customers. In every model but the regular one its inverse is a(x, t_x) · b(x, T) + c(x, T): a likelihood
 * is the sum of that of having left, which knows t_x, and that of having stayed, which does not. So a is tabled at one late
 * T, and b and c at two t_x, the first and the latest, and a customer costs one division. Where a is beyond what a
 * number holds, as of very frequent buyers, the model is asked itself.
 *
 * @param ages the pairs of x and T.
 */
export function tabulateAlive(
  forecast: TransactionForecast,
  { size, frequency, recency, age }: PurchaseHistories,
  ages: IndexedPairs,
): Float64Array {
  const recencies = indexPairs(frequency, recency);
  const late = 2 * age.reduce((oldest, value) => Math.max(oldest, value), 0) + 1;
  const inverse = (x: number, recent: number, at: number) =>
    1 / forecast.probabilityAlive({ frequency: x, recency: recent, age: at }, 0);
  const a = new Float64Array(recencies.size);
  for (let pair = 0; pair < recencies.size; pair += 1) {
    a[pair] = inverse(recencies.frequency[pair]!, recencies.time[pair]!, late);
  }
  const b = new Float64Array(ages.size);
  const latest = new Float64Array(ages.size);
  const least = new Float64Array(ages.size);
  for (let pair = 0; pair < ages.size; pair += 1) {
    const x = ages.frequency[pair]!;
    const time = ages.time[pair]!;
    const last = x === 0 ? 0 : time;
    least[pair] = inverse(x, last, time);
    latest[pair] = inverse(x, last, late);
    const range = inverse(x, 0, late) - latest[pair]!;
    b[pair] = range === 0 ? 0 : (inverse(x, 0, time) - least[pair]!) / range;
  }
  const alive = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const pair = ages.index[row]!;
    const value = 1 / (least[pair]! + b[pair]! * (a[recencies.index[row]!]! - latest[pair]!));
    alive[row] =
      value >= 0 && value <= 1
        ? value
        : forecast.probabilityAlive({ frequency: frequency[row]!, recency: recency[row]!, age: age[row]! }, 0);
  }
  return alive;
}
