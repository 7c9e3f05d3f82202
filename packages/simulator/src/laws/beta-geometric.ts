import type { Random } from '@regulars/core/shared';
import { drawBeta } from '@regulars/core/numeric';

/** A subscription that ends before each renewal with a chance θ ~ Beta(a, b) of its own. */
export interface BetaGeometric {
  readonly a: number;
  readonly b: number;
}

/**
 * How often one subscription is renewed.
 *
 * @param most where counting stops.
 * @see P. S. Fader and B. G. S. Hardie, How to Project Customer Retention, Journal of Interactive Marketing 21(1), 2007
 */
export function drawRenewals(law: BetaGeometric, random: Random, most: number): number {
  const endShare = drawBeta(random, law.a, law.b);
  let renewals = 0;
  while (renewals < most && random.next() >= endShare) renewals += 1;
  return renewals;
}
