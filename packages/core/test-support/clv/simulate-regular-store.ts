import { drawBeta, drawGamma } from '../../src/numeric/index.ts';
import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';
import { createRandom } from '../../src/shared/random.ts';

export interface RegularStore {
  readonly customers: number;
  readonly k: number;
  readonly parameters: readonly [r: number, alpha: number, a: number, b: number];
  readonly seed: number | string;
}

/**
 * Customers who buy at every k-th beat and leave by chance, watched for 20 to 52 weeks and a year more, straight from the
 * words of the model: nothing here is computed by it. `futures` are weeks after the end of observation.
 */
export function simulateRegularStore({ customers, k, parameters, seed }: RegularStore): {
  readonly histories: PurchaseHistories & { readonly logGaps: Float64Array };
  readonly futures: number[][];
} {
  const root = createRandom(seed);
  const [r, alpha, a, b] = parameters;
  const column = () => new Float64Array(customers);
  const [frequency, recency, age, logGaps] = [column(), column(), column(), column()];
  const futures: number[][] = [];
  for (let row = 0; row < customers; row += 1) {
    const random = root.fork(row);
    const [rate, leaving] = [drawGamma(random, r, alpha), drawBeta(random, a, b)];
    age[row] = Math.round(140 + 224 * random.next()) / 7;
    const future: number[] = [];
    let time = 0;
    while (random.next() >= leaving) {
      const gap = drawGamma(random, k, rate);
      time += gap;
      if (time > age[row]! + 52) break;
      if (time > age[row]!) future.push(time - age[row]!);
      else {
        frequency[row]! += 1;
        recency[row] = time;
        logGaps[row]! += Math.log(gap);
      }
    }
    futures.push(future);
  }
  return {
    histories: { size: customers, timeUnit: 'week', frequency, recency, age, meanSpend: column(), logGaps },
    futures,
  };
}
