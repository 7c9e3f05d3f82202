import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { TransactionForecast, TransactionModelId } from '../models/transaction-model.ts';
import { discount, type Discounting } from './discounting.ts';
import { indexPairs } from './index-pairs.ts';
import { tabulateAlive } from './tabulate-alive.ts';

/** What is foreseen of the customers' purchases, row by row. */
export interface ForeseenColumns {
  readonly probabilityAlive: Float64Array;
  readonly expectedTransactions: Float64Array;
  /** Purchases, discounted as they come. */
  readonly discountedTransactions: Float64Array;
}

/** Whoever is alive buys as x and T tell, whenever they bought last: true of all models in which chance has no memory. */
const byFrequencyAndAge: Readonly<Record<TransactionModelId, boolean>> = {
  'bg-nbd': true,
  'mbg-nbd': true,
  'pareto-nbd': true,
  'mbg-cnbd-k': false,
  'bg-bb': false,
  nbd: true,
};

/** The means of many customers' purchases. What does not differ between customers is worked out once for all of them. */
export function foreseeColumns(
  modelId: TransactionModelId,
  forecast: TransactionForecast,
  histories: PurchaseHistories,
  discounting: Discounting,
): ForeseenColumns {
  return byFrequencyAndAge[modelId]
    ? foreseeByPairs(forecast, histories, discounting)
    : foreseeByRows(forecast, histories, discounting);
}

function foreseeByPairs(
  forecast: TransactionForecast,
  histories: PurchaseHistories,
  discounting: Discounting,
): ForeseenColumns {
  const { size, frequency, age } = histories;
  const horizon = discounting.durations[discounting.durations.length - 1] ?? 0;
  const pairs = indexPairs(frequency, age);
  const expectedAlive = new Float64Array(pairs.size);
  const discountedAlive = new Float64Array(pairs.size);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    const x = pairs.frequency[pair]!;
    const time = pairs.time[pair]!;
    const fresh = { frequency: x, recency: x === 0 ? 0 : time, age: time };
    const alive = forecast.probabilityAlive(fresh, 0);
    expectedAlive[pair] = forecast.expectedTransactions(fresh, horizon) / alive;
    discountedAlive[pair] = discount(discounting, forecast, fresh) / alive;
  }
  const probabilityAlive = tabulateAlive(forecast, histories, pairs);
  const expectedTransactions = new Float64Array(size);
  const discountedTransactions = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    const alive = probabilityAlive[row]!;
    const pair = pairs.index[row]!;
    expectedTransactions[row] = alive * expectedAlive[pair]!;
    discountedTransactions[row] = alive * discountedAlive[pair]!;
  }
  return { probabilityAlive, expectedTransactions, discountedTransactions };
}

function foreseeByRows(
  forecast: TransactionForecast,
  { size, frequency, recency, age }: PurchaseHistories,
  discounting: Discounting,
): ForeseenColumns {
  const horizon = discounting.durations[discounting.durations.length - 1] ?? 0;
  const probabilityAlive = new Float64Array(size);
  const expectedTransactions = new Float64Array(size);
  const discountedTransactions = new Float64Array(size);
  // Duration by duration: models that remember answers are then asked for those they still know.
  for (const [place, duration] of discounting.durations.entries()) {
    const weight = discounting.weights[place]!;
    for (let row = 0; row < size; row += 1) {
      const history = { frequency: frequency[row]!, recency: recency[row]!, age: age[row]! };
      const expected = forecast.expectedTransactions(history, duration);
      if (duration === horizon) expectedTransactions[row] = expected;
      discountedTransactions[row]! += weight * expected;
    }
  }
  for (let row = 0; row < size; row += 1) {
    const history = { frequency: frequency[row]!, recency: recency[row]!, age: age[row]! };
    probabilityAlive[row] = forecast.probabilityAlive(history, 0);
  }
  return { probabilityAlive, expectedTransactions, discountedTransactions };
}
