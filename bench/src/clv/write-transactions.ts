import { closeSync, openSync, writeSync } from 'node:fs';
import { drawBeta, drawExponential, drawGamma } from '@regulars/core/numeric';
import { createRandom } from '@regulars/core/shared';

/** A music shop of 1997, as its first-year buyers were fitted in the papers: BG/NBD per day, Gamma-Gamma. */
const shop = { r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426, p: 6.25, q: 3.74, gamma: 15.44 } as const;
const bornWithinDays = 90;
const observedDays = 365;
const firstDayMs = Date.UTC(2024, 0, 1);
const bufferCharacters = 1 << 20;

/** Writes a CSV file of so many transactions, `customer_id,date,amount`, the oldest first, as a shop would export it. */
export function writeTransactions(path: string, rows: number): void {
  const random = createRandom('bench.clv');
  const customers = new Int32Array(rows);
  const days = new Uint16Array(rows);
  const amounts = new Float32Array(rows);
  let size = 0;
  for (let customer = 1; size < rows; customer += 1) {
    const rate = drawGamma(random, shop.r, shop.alpha);
    const leaving = drawBeta(random, shop.a, shop.b);
    const spend = drawGamma(random, shop.q, shop.gamma);
    let at = random.next() * bornWithinDays;
    for (let isFirst = true; isFirst || (size < rows && at < observedDays); isFirst = false) {
      customers[size] = customer;
      days[size] = Math.floor(at);
      amounts[size] = drawGamma(random, shop.p, spend);
      size += 1;
      // Nobody leaves after their first purchase, says BG/NBD.
      if (!isFirst && random.next() < leaving) break;
      at += drawExponential(random) / rate;
    }
  }
  writeByDay(path, { customers, days, amounts });
}

interface Rows {
  readonly customers: Int32Array;
  readonly days: Uint16Array;
  readonly amounts: Float32Array;
}

function writeByDay(path: string, { customers, days, amounts }: Rows): void {
  const next = new Uint32Array(observedDays + 1);
  for (const day of days) next[day + 1]! += 1;
  for (let day = 0; day < observedDays; day += 1) next[day + 1]! += next[day]!;
  const order = new Uint32Array(days.length);
  for (const [row, day] of days.entries()) {
    order[next[day]!] = row;
    next[day]! += 1;
  }
  const file = openSync(path, 'w');
  const dates = Array.from({ length: observedDays }, (_, day) =>
    new Date(firstDayMs + day * 86_400_000).toISOString().slice(0, 10),
  );
  let waiting = 'customer_id,date,amount\n';
  for (const row of order) {
    waiting += `${customers[row]},${dates[days[row]!]},${amounts[row]!.toFixed(2)}\n`;
    if (waiting.length < bufferCharacters) continue;
    writeSync(file, waiting);
    waiting = '';
  }
  writeSync(file, waiting);
  closeSync(file);
}
