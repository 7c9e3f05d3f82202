import { drawBeta } from '../../../numeric/samplers/draw-beta.ts';
import { drawGamma } from '../../../numeric/samplers/draw-gamma.ts';
import type { Random } from '../../../shared/random.ts';
import { drawPurchaseTimes } from '../draw-purchase-times.ts';
import type { StagedCustomer } from './staged-customer.ts';

/** One future of a customer who is still there: λ and p are drawn, then gap after gap, the first of what is left of it. */
export function drawStagedPurchases(customer: StagedCustomer, duration: number, random: Random): number[] {
  const { k, stage, shape, rate, a, b } = customer;
  const beatRate = drawGamma(random, shape, rate);
  const leaving = drawBeta(random, a, b);
  let beats = k - stage;
  const nextGap = () => {
    const gap = drawGamma(random, beats, beatRate);
    beats = k;
    return gap;
  };
  return drawPurchaseTimes(duration, nextGap, () => random.next() < leaving);
}
