import { cholesky } from './cholesky.ts';
import type { Objective, ObjectiveValue } from './objective.ts';
import { solveByCholesky } from './solve-by-cholesky.ts';

export interface NewtonOptions {
  /** How often the objective is asked at most. */
  readonly maxIterations?: number;
  /** No coordinate moves further than this in one step. Points are logarithms: 2 is a factor of 7.4. */
  readonly maxStep?: number;
  /** No coordinate goes further than this from 0; e⁷⁰ ≈ 10³⁰ and the like. */
  readonly bound?: number;
  /** Where this is false the search ends unconverged: what lies out there is not wanted. */
  readonly isWithin?: (point: Float64Array) => boolean;
}

export interface Maximum extends ObjectiveValue {
  readonly point: Float64Array;
  /** How often the objective was asked. */
  readonly iterations: number;
  /** Whether nothing more than rounding is to be gained from here. */
  readonly converged: boolean;
}

/** To be gained by another step, in proportion to the value: below this it is rounding. */
const gainTolerance = 1e-14;
const largestDamping = 1e12;

/**
 * A maximum of a smooth function by damped Newton steps. Where the function is not concave, and where a step does not
 * lead up, the Hessian is damped (Levenberg and Marquardt) until one does. Always ends; never throws; what it returns is
 * finite if the objective is finite at the start. A point where the objective is not finite is taken for infinitely low.
 *
 * Source: J. Nocedal and S. J. Wright, Numerical Optimization, 2nd ed., §3.4 and §10.3.
 * @example
 * ```ts
 * const parabola = ([x = 0]: Float64Array) => ({
 *   value: -((x - 3) ** 2),
 *   gradient: Float64Array.of(-2 * (x - 3)),
 *   hessian: Float64Array.of(-2),
 * });
 * maximizeByNewton(parabola, [0], { maxStep: 5 }).point; // [3]
 * ```
 */
export function maximizeByNewton(objective: Objective, start: ArrayLike<number>, options: NewtonOptions = {}): Maximum {
  const { maxIterations = 50, maxStep = 2, bound = 70, isWithin = () => true } = options;
  let point = Float64Array.from(start);
  let here = objective(point);
  let iterations = 1;
  let damping = 0;
  if (!isFinite(here)) return { ...here, point, iterations, converged: false };
  for (;;) {
    const { step, damping: needed } = findStep(here, damping);
    const gain = predictGain(here, step);
    const tolerance = gainTolerance * (1 + Math.abs(here.value));
    // A damped step gains little even on a slope: there the slope itself must be gone.
    if (gain <= tolerance && (needed === 0 || scaledSlope(here) <= tolerance))
      return { ...here, point, iterations, converged: true };
    if (iterations >= maxIterations || !isWithin(point)) return { ...here, point, iterations, converged: false };
    const scale = Math.min(1, maxStep / Math.max(...step.map(Math.abs)));
    const nextPoint = point.map((value, index) => clamp(value + scale * step[index]!, bound));
    const next = objective(nextPoint);
    iterations += 1;
    // What rounding takes from a large sum is no reason to turn back.
    if (isFinite(next) && next.value >= here.value - 1e-13 * Math.abs(here.value)) {
      if (nextPoint.every((value, index) => value === point[index])) {
        return { ...here, point, iterations, converged: false };
      }
      point = nextPoint;
      here = next;
      damping = needed < 1e-3 ? 0 : needed / 10;
    } else {
      damping = Math.max(needed * 10, 1e-2);
      if (damping > largestDamping) return { ...here, point, iterations, converged: false };
    }
  }
}

/** The step of the damped Hessian, with the least damping from `atLeast` on that makes it negative definite. */
function findStep(here: ObjectiveValue, atLeast: number): { readonly step: Float64Array; readonly damping: number } {
  const size = here.gradient.length;
  const largest = Math.max(...here.gradient.map(Math.abs), ...here.hessian.map(Math.abs), Number.MIN_VALUE);
  for (let damping = atLeast; damping <= largestDamping; damping = Math.max(damping * 4, 1e-4)) {
    const damped = here.hessian.map((value) => -value);
    for (let k = 0; k < size; k += 1) {
      const diagonal = Math.abs(damped[k * size + k]!);
      damped[k * size + k]! += damping * Math.max(diagonal, 1e-10 * largest);
    }
    const factor = cholesky(damped, size);
    if (factor === null) continue;
    const step = solveByCholesky(factor, here.gradient);
    if (step.every(Number.isFinite)) return { step, damping };
  }
  return { step: here.gradient.map((value) => value / largest), damping: 1 };
}

/** Of the function without its damping, by its slope: half of what the step would gain if it rose on like that. */
function predictGain(here: ObjectiveValue, step: Float64Array): number {
  return 0.5 * here.gradient.reduce((sum, value, index) => sum + value * step[index]!, 0);
}

/** What each coordinate alone would gain, by its own curvature: the gradient, whatever its units, without damping. */
function scaledSlope({ gradient, hessian }: ObjectiveValue): number {
  const size = gradient.length;
  return gradient.reduce((sum, value, k) => sum + value ** 2 / Math.max(Math.abs(hessian[k * size + k]!), 1e-300), 0);
}

function isFinite(value: ObjectiveValue): boolean {
  return Number.isFinite(value.value) && value.gradient.every(Number.isFinite) && value.hessian.every(Number.isFinite);
}

function clamp(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}
