import type { PurchaseHistories } from '../histories/purchase-histories.ts';

/**
 * The α of a gamma law of shape r whose mean is the rate at which the customers bought, as if there had been half a
 * purchase more than none; 1 where they were not watched at all.
 */
export function startingAlpha(histories: PurchaseHistories, r: number): number {
  let [purchases, time] = [0, 0];
  for (let row = 0; row < histories.size; row += 1) {
    purchases += histories.frequency[row]!;
    time += histories.age[row]!;
  }
  const alpha = (r * time) / Math.max(purchases, 0.5);
  // Times of less than nothing, or beyond all time, are of no unit.
  return alpha > 1e-30 && alpha < 1e30 ? alpha : 1;
}
