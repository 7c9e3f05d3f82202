import { expect, it } from 'vitest';

import { historiesOf } from '../../../test-support/clv/histories-of.ts';
import type { Objective } from '../../numeric/objective.ts';
import { nbd } from '../models/nbd/nbd.ts';
import type { TransactionModel } from '../models/transaction-model.ts';
import { warmStart } from './warm-start.ts';

const many = historiesOf(Array.from({ length: 100_001 }, () => [0, 0, 10] as const));

/** A model of one parameter whose log-likelihood is f of its logarithm; fitting begins at e³. */
function modelOf(f: (u: number) => readonly [value: number, slope: number, curvature: number]): TransactionModel {
  const objective: Objective = ([u = 0]) => {
    const [value, slope, curvature] = f(u);
    return { value, gradient: Float64Array.of(slope), hessian: Float64Array.of(curvature) };
  };
  return {
    ...nbd,
    parameterNames: ['r'],
    startingPoint: () => Float64Array.of(Math.exp(3)),
    logLikelihood: () => objective,
  };
}

it('begins with what a sample of many customers came to, also where it was not at its end', () => {
  // Of −u⁴ Newton's method takes only a third away with each step: too slow for the steps that a sample gets.
  const slow = modelOf((u) => [-(u ** 4), -4 * u ** 3, -12 * u ** 2]);
  const start = warmStart(slow, many, undefined);
  expect(start?.iterations).toBe(16);
  expect(Math.abs(Math.log(start?.parameters[0] ?? 0))).toBeLessThan(0.02);
});

it('begins where the model says, where a sample tells nothing', () => {
  const unknown = modelOf(() => [NaN, NaN, NaN]);
  expect(warmStart(unknown, many, undefined)?.parameters[0]).toBeCloseTo(Math.exp(3), 9);
});

it('asks no sample of few customers', () => {
  expect(warmStart(nbd, historiesOf([[1, 2, 3]]), undefined)).toBeNull();
});
