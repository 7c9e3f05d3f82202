import { drawBeta } from '../../../numeric/samplers/draw-beta.ts';
import { drawGamma } from '../../../numeric/samplers/draw-gamma.ts';
import type { Random } from '../../../shared/random.ts';
import type { StagedCustomer } from './staged-customer.ts';

/** Nobody's future has more purchases than anybody's past. */
const mostPurchases = 1_000_000;

/** One future of a customer who is still there: λ and p are drawn, then gap after gap, the first of what is left of it. */
export function drawStagedPurchases(customer: StagedCustomer, duration: number, random: Random): number[] {
  const { k, stage, shape, rate, a, b } = customer;
  const beatRate = drawGamma(random, shape, rate);
  const leaving = drawBeta(random, a, b);
  const purchases: number[] = [];
  let at = drawGamma(random, k - stage, beatRate);
  while (at <= duration && purchases.length < mostPurchases) {
    purchases.push(at);
    if (random.next() < leaving) break;
    at += drawGamma(random, k, beatRate);
  }
  return purchases;
}
