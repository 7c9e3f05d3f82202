import { expect, test } from 'vitest';
import { betaGeometricGrid } from '../../../../test-support/golden/beta-geometric-grid.generated.ts';
import { bgNbd } from '../bg-nbd/bg-nbd.ts';
import { mbgNbd } from '../mbg-nbd/mbg-nbd.ts';

/** Below this a probability is none, and only has to be as small. */
const nothing = 1e-200;
const isRight = (value: number, truth: number) =>
  truth < nothing ? value < 10 * nothing : Math.abs(value / truth - 1) < 1e-9;

test('expectations and P(alive) are right to 1e-9 on and beside degenerate lines and at the extremes', () => {
  const wrong = betaGeometricGrid.filter(([model, parameters, times, horizon, purchases, aliveThen, aliveNow]) => {
    const forecast = (model === 'bg-nbd' ? bgNbd : mbgNbd).forecast(parameters);
    const [frequency = 0, recency = 0, age = 0] = times;
    const history = { frequency, recency, age };
    return !(
      isRight(forecast.expectedTransactions(history, horizon), purchases) &&
      isRight(forecast.probabilityAlive(history, horizon), aliveThen) &&
      isRight(forecast.probabilityAlive(history, 0), aliveNow)
    );
  });
  expect(wrong).toEqual([]);
});
