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
import { foreseeColumns, type ForeseenColumns } from './foresee-columns.ts';
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
  const groups = groupByLabels(model.covariates, store.labels, histories.size).map(({ labels, rows }) => {
    const forecast = transactionModel.forecast(toLabelParameters(model.covariates, parameterNames, parameters, labels));
    const group = rows === null ? histories : pickHistories(histories, rows);
    return { rows, foreseen: foreseeColumns(modelId, forecast, group, discounting) };
  });
  const spend = toExpectedSpend(model, histories);
  const { probabilityAlive, expectedTransactions, discountedTransactions } = spread(groups, histories.size);
  // The column of discounted purchases becomes that of their value: a million customers' columns are not made twice.
  for (let row = 0; row < histories.size; row += 1) discountedTransactions[row]! *= spend[row]!;
  return {
    size: histories.size,
    probabilityAlive,
    expectedTransactions,
    expectedSpend: spend,
    lifetimeValue: discountedTransactions,
  };
}

/** The groups' columns as those of all customers. */
function spread(
  groups: readonly { readonly rows: Int32Array | null; readonly foreseen: ForeseenColumns }[],
  size: number,
): ForeseenColumns {
  const [first] = groups;
  if (first !== undefined && first.rows === null) return first.foreseen;
  const all = {
    probabilityAlive: new Float64Array(size),
    expectedTransactions: new Float64Array(size),
    discountedTransactions: new Float64Array(size),
  };
  for (const { rows, foreseen } of groups) {
    for (const [place, row] of (rows ?? []).entries()) {
      all.probabilityAlive[row] = foreseen.probabilityAlive[place]!;
      all.expectedTransactions[row] = foreseen.expectedTransactions[place]!;
      all.discountedTransactions[row] = foreseen.discountedTransactions[place]!;
    }
  }
  return all;
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
