import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import type { Random } from '../../shared/random.ts';
import type { SpendHistory } from './expected-spend.ts';
import type { SpendParameters } from './spend-fit.ts';

/**
 * A rate ν that a customer may have, given what they spent: amounts of theirs are Gamma(p, ν), p/ν on average. It is
 * infinite where nothing costs anything: then all that is drawn by it is 0.
 *
 * Source: Fader & Hardie (2013), note 025, equation 4: ν given the history is Gamma(px + q, γ + x·m).
 * @example fit.p / drawSpendRate(fit, { frequency: 3, meanSpend: 35 }, random) // a mean amount they may have
 */
export function drawSpendRate(
  { p, q, gamma }: SpendParameters,
  { frequency, meanSpend }: SpendHistory,
  random: Random,
): number {
  return drawGamma(random, p * frequency + q, gamma + frequency * meanSpend);
}

/**
 * What so many purchases of a customer of that rate may come to: a sum of Gamma(p, ν) amounts is Gamma(p·n, ν).
 *
 * @example drawSpend(fit, { rate: drawSpendRate(fit, history, random), purchases: 4 }, random)
 */
export function drawSpend(
  { p }: Pick<SpendParameters, 'p'>,
  { rate, purchases }: { readonly rate: number; readonly purchases: number },
  random: Random,
): number {
  return purchases === 0 ? 0 : drawGamma(random, p * purchases, rate);
}
