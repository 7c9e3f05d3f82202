import { cholesky } from '../../numeric/cholesky.ts';
import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import { drawNormal } from '../../numeric/samplers/draw-normal.ts';
import type { Random } from '../../shared/random.ts';

/** Points that are each as likely as the next. */
export interface PosteriorDraws {
  readonly points: readonly Float64Array[];
  /** How many independent draws the proposed ones were worth. */
  readonly effectiveSampleSize: number;
}

/** The shape of the density around its top, and where that is. */
export interface Peak {
  readonly point: readonly number[];
  /** Row by row. */
  readonly covariance: readonly number[];
}

/** Heavier tails than the normal, so that no likely point is never proposed. */
const degreesOfFreedom = 6;

/**
 * Draws from a density that is known up to a factor, and nearly normal: points are proposed by a multivariate t around its
 * top, weighed by how likely they are, and drawn from again by their weights.
 *
 * @param logDensity up to a constant.
 * @param proposals how many points are looked at; @param count how many are given, in no order.
 * Source: D. B. Rubin (1988), "Using the SIR Algorithm to Simulate Posterior Distributions"; A. Kong (1992) for the
 * effective sample size.
 */
export function drawPosterior(
  logDensity: (point: Float64Array) => number,
  peak: Peak,
  { proposals, count }: { readonly proposals: number; readonly count: number },
  random: Random,
): PosteriorDraws {
  const size = peak.point.length;
  const factor = toFactor(peak.covariance, size);
  const points: Float64Array[] = [];
  const logWeights = new Float64Array(proposals);
  for (let which = 0; which < proposals; which += 1) {
    const { point, logDensity: proposed } = propose(peak.point, factor, random);
    const value = logDensity(point);
    points.push(point);
    logWeights[which] = Number.isFinite(value) ? value - proposed : -Infinity;
  }
  const highest = logWeights.reduce((high, value) => Math.max(high, value), -Infinity);
  if (highest === -Infinity)
    return { points: Array.from({ length: count }, () => Float64Array.from(peak.point)), effectiveSampleSize: 0 };
  const weights = logWeights.map((value) => Math.exp(value - highest));
  const sum = weights.reduce((total, value) => total + value, 0);
  const squares = weights.reduce((total, value) => total + value ** 2, 0);
  return { points: resample(points, weights, sum, count, random), effectiveSampleSize: sum ** 2 / squares };
}

/** Draws from the normal law of the peak itself: for so much data that nothing else is left of the density. */
export function drawNormalApproximation(peak: Peak, count: number, random: Random): Float64Array[] {
  const factor = toFactor(peak.covariance, peak.point.length);
  return Array.from({ length: count }, () => move(peak.point, factor, 1, toNormals(peak.point.length, random)));
}

/** A point and the logarithm of the density, up to a constant, with which it is proposed. */
function propose(center: readonly number[], factor: Float64Array, random: Random) {
  const size = center.length;
  const normals = toNormals(size, random);
  const scale = Math.sqrt(degreesOfFreedom / 2 / drawGamma(random, degreesOfFreedom / 2, 1));
  const distance = normals.reduce((sum, value) => sum + (value * scale) ** 2, 0);
  return {
    point: move(center, factor, scale, normals),
    logDensity: -((degreesOfFreedom + size) / 2) * Math.log1p(distance / degreesOfFreedom),
  };
}

function toNormals(size: number, random: Random): Float64Array {
  return Float64Array.from({ length: size }, () => drawNormal(random));
}

function move(center: readonly number[], factor: Float64Array, scale: number, normals: Float64Array): Float64Array {
  const size = center.length;
  return Float64Array.from(center, (value, row) => {
    let sum = value;
    for (let column = 0; column <= row; column += 1) sum += scale * factor[row * size + column]! * normals[column]!;
    return Math.max(-largest, Math.min(largest, sum));
  });
}

/** Of a logarithm. */
const largest = 60;

/** The Cholesky factor; where the covariance has none, as if the coordinates knew nothing of each other. */
function toFactor(covariance: readonly number[], size: number): Float64Array {
  const factor = cholesky(covariance, size);
  if (factor !== null) return factor;
  const own = covariance.map((value, cell) =>
    Math.floor(cell / size) === cell % size ? Math.max(1e-8, Math.min(4, Number.isFinite(value) ? value : 4)) : 0,
  );
  return cholesky(own, size) ?? new Float64Array(size * size);
}

/** Systematic resampling, in a random order: every point is drawn as often as its weight says, give or take one. */
function resample(
  points: readonly Float64Array[],
  weights: Float64Array,
  sum: number,
  count: number,
  random: Random,
): Float64Array[] {
  const drawn: Float64Array[] = [];
  let place = -1;
  let passed = 0;
  const offset = random.next();
  for (let which = 0; which < count; which += 1) {
    const target = ((which + offset) / count) * sum;
    while (passed <= target && place < points.length - 1) {
      place += 1;
      passed += weights[place]!;
    }
    drawn.push(points[Math.max(0, place)]!);
  }
  for (let last = drawn.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [drawn[last], drawn[other]] = [drawn[other]!, drawn[last]!];
  }
  return drawn;
}
