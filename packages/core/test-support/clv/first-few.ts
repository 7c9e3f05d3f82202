import { pickHistories } from '../../src/clv/histories/pick-histories.ts';
import type { PurchaseHistories } from '../../src/clv/histories/purchase-histories.ts';

/** More customers make a store slower to fit, not harder. */
export function firstFew(histories: PurchaseHistories): PurchaseHistories {
  return pickHistories(histories, [0, 1, 2].slice(0, histories.size));
}
