import { meanPurchases } from './staged-future.ts';
import { getStagedCustomer, type MbgCnbdKParameters } from './staged-customer.ts';

/** So many answers are remembered; then all are forgotten. */
const mostAnswers = 100_000;

/**
 * Mean purchases of a customer who is still there, for each stage. They do not depend on t_x, so that customers who share
 * x and T share them: a store has a few per cent as many such pairs as customers.
 */
export function rememberMeans(
  k: number,
  parameters: MbgCnbdKParameters,
): (frequency: number, age: number, duration: number) => Float64Array {
  const known = new Map<number, Map<number, Map<number, Float64Array>>>();
  let size = 0;
  return (frequency, age, duration) => {
    let ages = known.get(duration)?.get(frequency);
    const remembered = ages?.get(age);
    if (remembered !== undefined) return remembered;
    const means = new Float64Array(k);
    for (let stage = 0; stage < k; stage += 1) {
      means[stage] = meanPurchases(getStagedCustomer(k, stage, parameters, { frequency, age }), duration);
    }
    if (size === mostAnswers) {
      known.clear();
      ages = undefined;
      size = 0;
    }
    if (ages === undefined) {
      ages = new Map();
      const frequencies = known.get(duration);
      if (frequencies === undefined) known.set(duration, new Map([[frequency, ages]]));
      else frequencies.set(frequency, ages);
    }
    ages.set(age, means);
    size += 1;
    return means;
  };
}
