import { drawBeta, drawExponential, drawGamma } from '../src/numeric/index.ts';
import { createRandom } from '../src/shared/random.ts';

/** A store whose customers buy by the MBG/NBD, and spend by the Gamma-Gamma; times in days. */
export interface OrderLaws {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
}

/** About those of the CDNOW sample, its weeks turned into days. */
export const musicStore: OrderLaws = { r: 0.525, alpha: 43.3, a: 0.891, b: 1.614, p: 6.25, q: 3.74, gamma: 15.4 };

export interface OrderRows {
  /** Rows are in the order of time, as a store exports them. */
  readonly size: number;
  readonly customerIndex: Uint32Array;
  readonly day: Int32Array;
  /** Two decimals. */
  readonly amount: Float64Array;
}

export interface DrawnStore {
  readonly seed: number;
  readonly customers: number;
  /** First purchases fall on the days from 0 to before this one, evenly. */
  readonly arrivalDays: number;
  /** The last day of all. */
  readonly untilDay: number;
  readonly laws?: OrderLaws;
}

/** Raw orders of a made-up store, the same for the same seed: rows as a CSV file of a shop would have them. */
export function drawOrderRows({ seed, customers, arrivalDays, untilDay, laws = musicStore }: DrawnStore): OrderRows {
  const root = createRandom(seed);
  const rows: { customer: number; time: number; amount: number }[] = [];
  for (let customer = 0; customer < customers; customer += 1) {
    const random = root.fork(customer);
    const rate = drawGamma(random, laws.r, laws.alpha);
    const dropOut = drawBeta(random, laws.a, laws.b);
    const spendRate = drawGamma(random, laws.q, laws.gamma);
    let time = Math.floor((customer * arrivalDays) / customers) + random.next();
    while (time < untilDay + 1) {
      rows.push({ customer, time, amount: drawGamma(random, laws.p, spendRate) });
      if (random.next() < dropOut) break;
      time += drawExponential(random) / rate;
    }
  }
  rows.sort((x, y) => x.time - y.time);
  return {
    size: rows.length,
    customerIndex: Uint32Array.from(rows, ({ customer }) => customer),
    day: Int32Array.from(rows, ({ time }) => Math.floor(time)),
    amount: Float64Array.from(rows, ({ amount }) => Math.round(amount * 100) / 100),
  };
}
