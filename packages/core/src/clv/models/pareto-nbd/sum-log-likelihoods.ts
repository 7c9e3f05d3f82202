import type { CustomerPairs } from './customer-pairs.ts';
import type { PairTerms } from './pair-terms.ts';

/** Σ ln(first + second term) over customers, and what its derivatives need. */
export interface LogSums {
  readonly value: number;
  /** For each pair, the sum of its term's shares in its customers' likelihoods. */
  readonly recencyWeight: Float64Array;
  readonly ageWeight: Float64Array;
  /** Σ σ(1 − σ) d dᵀ, σ the share of the first term and d the difference of slopes; the upper triangle row by row. */
  readonly spread: Float64Array;
}

/** 2⁰, 2⁻¹, …: a term that is smaller by more powers than these adds nothing. */
const negativePowers = Float64Array.from({ length: 1001 }, (_, power) => 2 ** -power);

/**
 * One pass over the customers: an addition and two divisions each, a logarithm only now and then, of a product.
 *
 * The derivatives of ln(eᶠ + eᵍ) are σf′ + (1 − σ)g′ and σf″ + (1 − σ)g″ + σ(1 − σ)(f′ − g′)², σ = eᶠ/(eᶠ + eᵍ).
 */
export function sumLogLikelihoods(
  { recency, age, count }: CustomerPairs,
  first: PairTerms,
  second: PairTerms,
): LogSums {
  const recencyWeight = new Float64Array(first.log.length);
  const ageWeight = new Float64Array(second.log.length);
  const { log: logF, slope: slopeF, mantissa: mantissaF, exponent: exponentF } = first;
  const { log: logG, slope: slopeG, mantissa: mantissaG, exponent: exponentG } = second;
  let value = 0;
  let product = 1;
  let [h00, h01, h02, h03, h11, h12, h13, h22, h23, h33] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let row = 0; row < recency.length; row += 1) {
    const f = recency[row]!;
    const g = age[row]!;
    const customers = count[row]!;
    // The smaller term in proportion to the greater, and their shares.
    const powers = exponentF[f]! - exponentG[g]!;
    const firstLeads = powers > 0;
    const mantissas = firstLeads ? mantissaG[g]! / mantissaF[f]! : mantissaF[f]! / mantissaG[g]!;
    const ratio = mantissas * negativePowers[Math.min(Math.abs(powers), 1000)]!;
    const greater = 1 / (1 + ratio);
    const smaller = ratio * greater;
    value += customers * (firstLeads ? logF[f]! : logG[g]!);
    if (customers === 1) {
      product *= 1 + ratio;
      if (product > 1e150) {
        value += Math.log(product);
        product = 1;
      }
    } else value += customers * Math.log1p(ratio);
    recencyWeight[f]! += customers * (firstLeads ? greater : smaller);
    ageWeight[g]! += customers * (firstLeads ? smaller : greater);
    const both = customers * greater * smaller;
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
