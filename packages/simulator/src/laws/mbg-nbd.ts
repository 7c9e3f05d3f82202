import type { Random } from '@regulars/core/shared';
import { drawBeta, drawExponential, drawGamma } from '@regulars/core/numeric';
import type { PurchaseHistory } from './purchase-history.ts';

/** Purchases at rates λ ~ Gamma(r, α) per day; after each one, the first included, p ~ Beta(a, b) never come back. */
export interface MbgNbd {
  readonly kind: 'mbgNbd';
  readonly r: number;
  readonly alphaDays: number;
  readonly a: number;
  readonly b: number;
}

/**
 * One customer of the MBG/NBD model. A longer horizon continues the same history.
 *
 * @see E. P. Batislam, M. Denizel and A. Filiztekin, Empirical validation and comparison of models for customer base
 * analysis, International Journal of Research in Marketing 24(3), 2007
 */
export function drawMbgNbd(law: MbgNbd, random: Random, horizonDays: number): PurchaseHistory {
  const ratePerDay = drawGamma(random, law.r, law.alphaDays);
  const dropOutShare = drawBeta(random, law.a, law.b);
  const agesDays: number[] = [];
  let age = 0;
  while (random.next() >= dropOutShare) {
    age += drawExponential(random) / ratePerDay;
    if (age >= horizonDays) return { ratePerDay, dropOutDays: Infinity, agesDays };
    agesDays.push(age);
  }
  return { ratePerDay, dropOutDays: age, agesDays };
}
