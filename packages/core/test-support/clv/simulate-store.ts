import { createHistoryCollector } from '../../src/clv/histories/history-collector.ts';
import type { CollectedHistories } from '../../src/clv/histories/collected-histories.ts';
import type { StorePurchases } from '../../src/clv/histories/store-purchases.ts';
import { createOperationalTime } from '../../src/clv/season/operational-time.ts';
import { collectStore } from '../../src/clv/histories/collect-store.ts';
import { drawBeta, drawExponential, drawGamma } from '../../src/numeric/index.ts';
import { createRandom } from '../../src/shared/random.ts';

/** A store whose customers buy by MBG/NBD in the store's own time, and spend by Gamma-Gamma; times in days. */
export interface SimulatedStore {
  readonly seed: number;
  readonly customers: number;
  /** 2019-01-01 by default. */
  readonly fromDay?: number;
  /** First purchases fall evenly on so many days. */
  readonly arrivalDays: number;
  readonly observedDays: number;
  /** What comes after so many days is held out; nothing by default. */
  readonly calibrationDays?: number;
  readonly r?: number;
  readonly alpha?: number;
  readonly a?: number;
  readonly b?: number;
  /** For each of 52 weeks; flat by default. */
  readonly seasonIndex?: readonly number[];
  /** A factor on the rate of each customer, by their number. */
  readonly rateFactor?: (customer: number) => number;
}

export const simulatedFromDay = 17_897;

/** The same store for the same seed. */
export function simulateStore(store: SimulatedStore): CollectedHistories & StorePurchases {
  const { seed, customers, fromDay = simulatedFromDay, arrivalDays, observedDays, calibrationDays } = store;
  const { r = 0.8, alpha = 60, a = 0.7, b = 2.2, seasonIndex, rateFactor = () => 1 } = store;
  const time = createOperationalTime(seasonIndex ? { index: seasonIndex } : null, 'day');
  const observedUntilDay = fromDay + observedDays;
  const collector = createHistoryCollector({ timeUnit: 'day' });
  const root = createRandom(seed);
  for (let customer = 0; customer < customers; customer += 1) {
    const random = root.fork(customer);
    const rate = drawGamma(random, r, alpha) * rateFactor(customer);
    const dropOut = drawBeta(random, a, b);
    const spendRate = drawGamma(random, 4, 90);
    let day = fromDay + random.below(arrivalDays);
    let now = time.at(day);
    while (day <= observedUntilDay) {
      collector.add(customer, day, drawGamma(random, 6, spendRate));
      if (random.next() < dropOut) break;
      now += drawExponential(random) / rate;
      while (day <= observedUntilDay && time.at(day) < now) day += 1;
    }
  }
  const calibrationUntilDay = calibrationDays === undefined ? undefined : fromDay + calibrationDays;
  const collected = collectStore(collector, { observedUntilDay, calibrationUntilDay });
  if (!collected.ok) throw new Error(collected.failure.message);
  return collected.value;
}
