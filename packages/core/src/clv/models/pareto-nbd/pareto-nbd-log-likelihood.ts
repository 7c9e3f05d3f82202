import type { Objective } from '../../../numeric/objective.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { tallyFrequencies } from '../../histories/frequency-tally.ts';
import { risingSums } from '../rising-sums.ts';
import { pairCustomers } from './customer-pairs.ts';
import { groupPairs } from './pair-groups.ts';
import { fillTerms, roomForTerms, type PairTerms } from './pair-terms.ts';
import { sumLogLikelihoods } from './sum-log-likelihoods.ts';

/**
 * The log-likelihood of Pareto/NBD by (ln r, ln α, ln s, ln β). Its two terms (see still-alive.ts) depend on (x, t_x) and
 * on (x, T) alone, so each is worked out once for each such pair; on a grid of days a million customers have thirty
 * thousand.
 *
 * Source: Schmittlein, Morrison & Colombo (1987), equations A21–A27, as in Fader & Hardie (2005), equations 11–16.
 */
export function paretoNbdLogLikelihood(histories: PurchaseHistories): Objective {
  const pairs = pairCustomers(histories);
  const { recencies, ages } = pairs;
  const tally = tallyFrequencies(histories.frequency);
  const purchases = tally.frequency.reduce((sum, x, place) => sum + x * tally.count[place]!, 0);
  const recencyGroups = groupPairs(recencies);
  const ageGroups = groupPairs(ages);
  const first = roomForTerms(recencies.size);
  const second = roomForTerms(ages.size);

  return (point) => {
    const [r, alpha, s, beta] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!), Math.exp(point[3]!)];
    const population = { r, alpha, s, beta };
    fillTerms(first, recencies, recencyGroups, { rate: 'leaving', population });
    fillTerms(second, ages, ageGroups, { rate: 'buying', population });
    const sums = sumLogLikelihoods(pairs, first, second);

    // Γ(r + x)/Γ(r) · α^−x, which is in neither term.
    const rising = risingSums(r, tally.frequency, tally.count);
    const value = sums.value + rising.value - purchases * point[1]!;
    const gradient = Float64Array.of(r * rising.slope, -purchases, 0, 0);
    const triangle = sums.spread;
    triangle[0]! += r * rising.slope + r * r * rising.curvature;
    addTerms(first, sums.recencyWeight, gradient, triangle);
    addTerms(second, sums.ageWeight, gradient, triangle);
    return { value, gradient, hessian: toSquare(triangle) };
  };
}

function addTerms(
  { slope, curvature }: PairTerms,
  weights: Float64Array,
  gradient: Float64Array,
  triangle: Float64Array,
) {
  for (let pair = 0; pair < weights.length; pair += 1) {
    const weight = weights[pair]!;
    for (let k = 0; k < 4; k += 1) gradient[k]! += weight * slope[4 * pair + k]!;
    for (let k = 0; k < 10; k += 1) triangle[k]! += weight * curvature[10 * pair + k]!;
  }
}

/** A symmetric matrix of four rows from its upper triangle. */
function toSquare([a, b, c, d, e, f, g, h, i, j]: Float64Array): Float64Array {
  return Float64Array.of(a!, b!, c!, d!, b!, e!, f!, g!, c!, f!, h!, i!, d!, g!, i!, j!);
}
