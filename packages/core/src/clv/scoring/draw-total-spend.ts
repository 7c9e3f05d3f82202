import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import type { Random } from '../../shared/random.ts';

/**
 * What a customer may spend on so many purchases. A purchase is Gamma(p, ν); the customer's ν is Gamma(q + px, γ + x·m̄)
 * after x purchases of mean m̄; the sum of n purchases is Gamma(pn, ν).
 *
 * @param parameters p, q and γ.
 * Source: Fader & Hardie (2013), "The Gamma-Gamma Model of Monetary Value", §2.
 */
export function drawTotalSpend(
  parameters: readonly number[],
  known: { readonly frequency: number; readonly meanSpend: number },
  count: number,
  random: Random,
): number {
  const [p = 1, q = 1, gamma = 0] = parameters;
  const rate = drawGamma(random, q + p * known.frequency, gamma + known.frequency * known.meanSpend);
  return drawGamma(random, p * count, rate);
}
