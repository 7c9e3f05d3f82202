import type { Random } from '@regulars/core/shared';
import { drawExponential, drawGamma } from '@regulars/core/numeric';
import type { PurchaseHistory } from './purchase-history.ts';

/** Purchases at rates λ ~ Gamma(r, α) per day, through a life that ends at a rate µ ~ Gamma(s, β). */
export interface ParetoNbd {
  readonly kind: 'paretoNbd';
  readonly r: number;
  readonly alphaDays: number;
  readonly s: number;
  readonly betaDays: number;
}

/**
 * One customer of the Pareto/NBD model. A longer horizon continues the same history.
 *
 * @see D. C. Schmittlein, D. G. Morrison and R. Colombo, Counting Your Customers, Management Science 33(1), 1987
 */
export function drawParetoNbd(law: ParetoNbd, random: Random, horizonDays: number): PurchaseHistory {
  const ratePerDay = drawGamma(random, law.r, law.alphaDays);
  const lifeDays = drawExponential(random) / drawGamma(random, law.s, law.betaDays);
  const endDays = Math.min(lifeDays, horizonDays);
  const agesDays: number[] = [];
  let age = drawExponential(random) / ratePerDay;
  while (age < endDays) {
    agesDays.push(age);
    age += drawExponential(random) / ratePerDay;
  }
  return { ratePerDay, dropOutDays: lifeDays < horizonDays ? lifeDays : Infinity, agesDays };
}
