import { cholesky } from '../../numeric/cholesky.ts';
import type { Objective } from '../../numeric/objective.ts';
import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import { drawNormal } from '../../numeric/samplers/draw-normal.ts';
import type { Random } from '../../shared/random.ts';
import { expandDensity } from './expand-density.ts';
import { movedFrom } from './moved-from.ts';
import { resample } from './resample.ts';

/** Points that are each as likely as the next. */
export interface PosteriorDraws {
  readonly points: readonly Float64Array[];
  /** How many independent draws the proposed ones were worth. */
  readonly effectiveSampleSize: number;
}

/** Where a density has its top, and how wide it is there. */
export interface Peak {
  readonly point: readonly number[];
  /** Row by row. */
  readonly covariance: readonly number[];
}

/** Heavier tails than the normal, so that no likely point is never proposed. */
const degreesOfFreedom = 6;
/** Squared distance from the peak from which on the density itself is asked, and not its expansion. */
const farAway = 14;

/**
 * Draws from a density that is known up to a factor, and nearly normal: points are proposed by a multivariate t around its
 * top, weighed by how likely they are, and drawn from again by their weights.
 *
 * @param density its logarithm up to a constant, with derivatives.
 * @param proposals how many points are looked at; @param count how many are given, in no order.
 * Source: D. B. Rubin (1988), "Using the SIR Algorithm to Simulate Posterior Distributions"; A. Kong (1992) for the
 * effective sample size.
 */
export function drawPosterior(
  density: Objective,
  peak: Peak,
  { proposals, count }: { readonly proposals: number; readonly count: number },
  random: Random,
): PosteriorDraws {
  const size = peak.point.length;
  const factor = toFactor(peak.covariance, size);
  const top = density(Float64Array.from(peak.point)).value;
  const expansion = expandDensity(density, peak, factor);
  const logDensity = (z: Float64Array, distance: number) =>
    expansion === null || distance > farAway ? density(movedFrom(peak.point, factor, z)).value - top : expansion(z);
  const proposed: Float64Array[] = [];
  const logWeights = new Float64Array(proposals);
  for (let which = 0; which < proposals; which += 1) {
    const stretch = Math.sqrt(degreesOfFreedom / 2 / drawGamma(random, degreesOfFreedom / 2, 1));
    const z = toNormals(size, random).map((value) => value * stretch);
    const distance = z.reduce((sum, value) => sum + value ** 2, 0);
    const logProposal = -((degreesOfFreedom + size) / 2) * Math.log1p(distance / degreesOfFreedom);
    const value = logDensity(z, distance) - logProposal;
    logWeights[which] = Number.isFinite(value) ? value : -Infinity;
    proposed.push(z);
  }
  const { chosen, effectiveSampleSize } = resample(logWeights, count, random);
  return { points: chosen.map((which) => movedFrom(peak.point, factor, proposed[which]!)), effectiveSampleSize };
}

/** Draws from the normal law of the peak itself: for so much data that nothing else is left of the density. */
export function drawNormalApproximation(peak: Peak, count: number, random: Random): Float64Array[] {
  const size = peak.point.length;
  const factor = toFactor(peak.covariance, size);
  return Array.from({ length: count }, () => movedFrom(peak.point, factor, toNormals(size, random)));
}

function toNormals(size: number, random: Random): Float64Array {
  return Float64Array.from({ length: size }, () => drawNormal(random));
}

/** The Cholesky factor; where the covariance has none, as if the coordinates knew nothing of each other. */
function toFactor(covariance: readonly number[], size: number): Float64Array {
  const factor = cholesky(covariance, size);
  if (factor !== null) return factor;
  const own = covariance.map((value, cell) =>
    Math.floor(cell / size) === cell % size ? Math.max(1e-8, Math.min(4, Number.isFinite(value) ? value : 4)) : 0,
  );
  return cholesky(own, size) ?? new Float64Array(size * size);
}
