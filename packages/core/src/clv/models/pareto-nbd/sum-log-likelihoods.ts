import type { CustomerPairs } from './customer-pairs.ts';
import type { PairTerms } from './pair-terms.ts';

/** Σ ln(first + second term) over customers without the pairs' own logarithms, and what their derivatives need. */
export interface LogSums {
  /** Σ ln(1 + first / second). */
  readonly value: number;
  /** For each pair, the sum of its term's share in its customers' likelihoods: P(gone) of recencies, P(alive…) of ages. */
  readonly recencyWeight: Float64Array;
  readonly ageWeight: Float64Array;
  /** Σ share · (1 − share) · d dᵀ, d the difference of the two terms' slopes; the upper triangle row by row. */
  readonly spread: Float64Array;
}

/** Exponents that differ by more than this differ by so much that only one term counts. */
const [fewestPowers, mostPowers] = [-1000, 500];
const powersOfTwo = Float64Array.from(
  { length: mostPowers - fewestPowers + 1 },
  (_, index) => 2 ** (index + fewestPowers),
);

/**
 * One pass over the customers: one addition and one division each, a logarithm only now and then, of a product.
 *
 * The derivatives of ln(e^f + e^g) with share σ of e^f are σf′ + (1 − σ)g′, and σf″ + (1 − σ)g″ + σ(1 − σ)(f′ − g′)².
 */
export function sumLogLikelihoods(
  { recency, age, count }: CustomerPairs,
  first: PairTerms,
  second: PairTerms,
): LogSums {
  const recencyWeight = new Float64Array(first.log.length);
  const ageWeight = new Float64Array(second.log.length);
  const { slope: slopeF, mantissa: mantissaF, exponent: exponentF } = first;
  const { slope: slopeG, mantissa: mantissaG, exponent: exponentG } = second;
  let value = 0;
  let product = 1;
  let [h00, h01, h02, h03, h11, h12, h13, h22, h23, h33] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < recency.length; row += 1) {
    const f = recency[row]!;
    const g = age[row]!;
    const customers = count[row]!;
    let powers = exponentF[f]! - exponentG[g]!;
    if (powers > mostPowers) {
      value += customers * (powers - mostPowers) * Math.LN2;
      powers = mostPowers;
    } else if (powers < fewestPowers) powers = fewestPowers;
    const odds = (mantissaF[f]! / mantissaG[g]!) * powersOfTwo[powers - fewestPowers]!;
    const other = 1 / (1 + odds);
    const share = odds * other;
    if (customers === 1) {
      product *= 1 + odds;
      if (product > 1e150) {
        value += Math.log(product);
        product = 1;
      }
    } else value += customers * Math.log1p(odds);
    recencyWeight[f]! += customers * share;
    ageWeight[g]! += customers * other;
    const both = customers * share * other;
    const d0 = slopeF[4 * f]! - slopeG[4 * g]!;
    const d1 = slopeF[4 * f + 1]! - slopeG[4 * g + 1]!;
    const d2 = slopeF[4 * f + 2]! - slopeG[4 * g + 2]!;
    const d3 = slopeF[4 * f + 3]! - slopeG[4 * g + 3]!;
    h00 += both * d0 * d0;
    h01 += both * d0 * d1;
    h02 += both * d0 * d2;
    h03 += both * d0 * d3;
    h11 += both * d1 * d1;
    h12 += both * d1 * d2;
    h13 += both * d1 * d3;
    h22 += both * d2 * d2;
    h23 += both * d2 * d3;
    h33 += both * d3 * d3;
  }
  value += Math.log(product);
  const spread = Float64Array.of(h00, h01, h02, h03, h11, h12, h13, h22, h23, h33);
  return { value, recencyWeight, ageWeight, spread };
}
