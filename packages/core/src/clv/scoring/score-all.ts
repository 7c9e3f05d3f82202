import { groupByLabels } from '../covariates/group-by-labels.ts';
import { toLabelParameters } from '../covariates/to-label-parameters.ts';
import { pickHistories } from '../histories/pick-histories.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { createOperationalTime } from '../season/operational-time.ts';
import { toOperationalHistories } from '../season/to-operational-histories.ts';
import { expectedSpend } from '../spend/expected-spend.ts';
import { createDiscounting } from './discounting.ts';
import { foreseeColumns } from './foresee-columns.ts';
import { resolveScoring } from './resolved-scoring.ts';
import type { ScoreColumns } from './score-columns.ts';
import type { ScoringOptions } from './scoring-options.ts';

/** The customers of a store, as far as scoring asks. */
export type ScoredStore = Pick<StorePurchases, 'histories' | 'firstDay' | 'lastDay' | 'observedUntilDay' | 'labels'>;

/**
 * The means of all customers of a store, in columns. A million customers take a tenth of a second: what depends only on
 * how often and how long a customer has bought is worked out once for all alike.
 *
 * @throws RangeError when an option is out of its range, or the histories are in another unit than the model.
 * @example
 * ```ts
 * const scores = scoreAll(model, store, { horizonDays: 365 });
 * scores.lifetimeValue[0]; // of the customer in row 0
 * ```
 */
export function scoreAll(model: LifetimeModel, store: ScoredStore, options: ScoringOptions = {}): ScoreColumns {
  if (store.histories.timeUnit !== model.timeUnit)
    throw new RangeError(`The model counts in units of a ${model.timeUnit}.`);
  const { asOfDay, horizonDays, annualDiscountRate } = resolveScoring(options, store.observedUntilDay);
  const { modelId, k, parameterNames, parameters } = model.transactions;
  const transactionModel = getTransactionModel(modelId, k);
  const time = createOperationalTime(model.season, model.timeUnit);
  const discounting = createDiscounting(time, asOfDay, horizonDays, annualDiscountRate);
  const isAsCollected = model.season === null && asOfDay === store.observedUntilDay;
  const histories = isAsCollected
    ? store.histories
    : toOperationalHistories({ ...store, observedUntilDay: asOfDay }, time);
  const { size } = histories;
  const scores = {
    size,
    probabilityAlive: new Float64Array(size),
    expectedTransactions: new Float64Array(size),
    expectedSpend: toExpectedSpend(model, histories),
    lifetimeValue: new Float64Array(size),
  };
  for (const { labels, rows } of groupByLabels(model.covariates, store.labels, size)) {
    const forecast = transactionModel.forecast(toLabelParameters(model.covariates, parameterNames, parameters, labels));
    const group = rows === null ? histories : pickHistories(histories, rows);
    const foreseen = foreseeColumns(modelId, forecast, group, discounting);
    for (let place = 0; place < group.size; place += 1) {
      const row = rows === null ? place : rows[place]!;
      scores.probabilityAlive[row] = foreseen.probabilityAlive[place]!;
      scores.expectedTransactions[row] = foreseen.expectedTransactions[place]!;
      scores.lifetimeValue[row] = foreseen.discountedTransactions[place]! * scores.expectedSpend[row]!;
    }
  }
  return scores;
}

function toExpectedSpend(model: LifetimeModel, { size, frequency, meanSpend }: PurchaseHistories): Float64Array {
  const spend = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    spend[row] = expectedSpend(model.spend, {
      frequency: frequency[row]!,
      meanSpend: Math.max(0, meanSpend[row]!),
    });
  }
  return spend;
}
