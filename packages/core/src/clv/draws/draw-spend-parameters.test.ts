import { expect, it } from 'vitest';

import { historiesOf } from '../../../test-support/clv/histories-of.ts';
import { createRandom } from '../../shared/random.ts';
import { drawGamma } from '../../numeric/samplers/draw-gamma.ts';
import { expectedSpend } from '../spend/expected-spend.ts';
import { fitSpendModel } from '../spend/fit-spend-model.ts';
import { drawSpendParameters } from './draw-spend-parameters.ts';

const someoneNew = { frequency: 0, meanSpend: 0 };
const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** Customers who came back, spending as Gamma-Gamma with these parameters has it. */
function spendersOf(p: number, q: number, gamma: number, size: number) {
  const random = createRandom('spenders');
  return historiesOf(
    Array.from({ length: size }, () => {
      const frequency = 1 + random.below(4);
      return [frequency, 10, 20, drawGamma(random, p * frequency, drawGamma(random, q, gamma)) / frequency] as const;
    }),
  );
}

it.each([
  ['the mean is well known', spendersOf(6, 4, 15, 800)],
  ['the tail is so heavy that a mean hardly is', spendersOf(3, 1.2, 15, 300)],
  ['the tail is so heavy that there is no mean', spendersOf(3, 0.8, 15, 300)],
  ['there are three customers', spendersOf(6, 4, 15, 3)],
  ['there are none', historiesOf([[0, 0, 10]])],
])(
  'what a new customer spends is finite in every draw, and lies around what the fit says, where %s',
  (_, histories) => {
    const fit = fitSpendModel(histories);
    const means = drawSpendParameters(fit, 2000, createRandom('draws')).map((draw) => expectedSpend(draw, someoneNew));
    expect(means.every((mean) => mean > 0 && mean < Infinity)).toBe(true);
    expect(Math.abs(Math.log(middleOf(means) / expectedSpend(fit, someoneNew)))).toBeLessThan(0.15);
  },
);
