/**
 * Bernoulli's numbers B₂, B₄, …, B₁₆, of which the expansions far from 0 are made.
 *
 * Source: DLMF 24.2.
 */
export const bernoulliNumbers: Float64Array = Float64Array.of(
  1 / 6,
  -1 / 30,
  1 / 42,
  -1 / 30,
  5 / 66,
  -691 / 2730,
  7 / 6,
  -3617 / 510,
);
