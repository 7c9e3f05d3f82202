import { expect, test } from 'vitest';
import { maximizeByNewton } from './maximize-by-newton.ts';
import type { Objective } from './objective.ts';

/** The valley of Rosenbrock, turned over: not concave off its floor, one maximum of 0 at (1, 1). */
const rosenbrock: Objective = ([x = 0, y = 0]) => ({
  value: -100 * (y - x * x) ** 2 - (1 - x) ** 2,
  gradient: Float64Array.of(400 * x * (y - x * x) + 2 * (1 - x), -200 * (y - x * x)),
  hessian: Float64Array.of(400 * y - 1200 * x * x - 2, 400 * x, 400 * x, -200),
});

test.each([[[-1.2, 1]], [[0, 0]], [[3, -4]], [[-2, 3]]])('the bottom of a bent valley is found from %j', (start) => {
  const { point, value, converged, iterations } = maximizeByNewton(rosenbrock, start);
  expect(point[0]).toBeCloseTo(1, 6);
  expect(point[1]).toBeCloseTo(1, 6);
  expect(value).toBeGreaterThan(-1e-12);
  expect(converged).toBe(true);
  expect(iterations).toBeLessThanOrEqual(50);
});

test('what rises for ever ends at the limit, says so, and stays finite', () => {
  const slope: Objective = ([x = 0]) => ({
    value: x,
    gradient: Float64Array.of(1),
    hessian: Float64Array.of(0),
  });
  const { point, value, converged, iterations } = maximizeByNewton(slope, [0]);
  expect([converged, Number.isFinite(value), Number.isFinite(point[0])]).toEqual([false, true, true]);
  expect(iterations).toBeLessThanOrEqual(50);
});

test('where the function ends, the search turns back', () => {
  const root: Objective = ([x = 0]) => ({
    value: Math.log(2 - x) + 3 * x,
    gradient: Float64Array.of(3 - 1 / (2 - x)),
    hessian: Float64Array.of(-1 / (2 - x) ** 2),
  });
  const { point, converged } = maximizeByNewton(root, [-6], { maxStep: 20 });
  expect(point[0]).toBeCloseTo(5 / 3, 7);
  expect(converged).toBe(true);
});

test('a start at which nothing is finite is given back as it is', () => {
  const nothing: Objective = () => ({ value: NaN, gradient: Float64Array.of(NaN), hessian: Float64Array.of(NaN) });
  expect(maximizeByNewton(nothing, [1])).toMatchObject({ point: Float64Array.of(1), converged: false, iterations: 1 });
});

test('a step no longer than allowed is taken at a time', () => {
  const seen: number[] = [];
  const parabola: Objective = ([x = 0]) => {
    seen.push(x);
    return { value: -((x - 9) ** 2), gradient: Float64Array.of(-2 * (x - 9)), hessian: Float64Array.of(-2) };
  };
  maximizeByNewton(parabola, [0]);
  expect(seen).toEqual([0, 2, 4, 6, 8, 9]);
});

test('a slope that ends at a wall is not taken for a maximum, however small the steps become', () => {
  const wall: Objective = ([x = 0]) => ({
    value: x < 1 ? 1e4 + x - (x * x) / 8 : -Infinity,
    gradient: Float64Array.of(1 - x / 4),
    hessian: Float64Array.of(-1 / 4),
  });
  const { converged, gradient, value } = maximizeByNewton(wall, [1 - 1e-9], { maxIterations: 200 });
  expect(gradient[0]).toBeGreaterThan(0.7);
  expect([converged, Number.isFinite(value)]).toEqual([false, true]);
});
