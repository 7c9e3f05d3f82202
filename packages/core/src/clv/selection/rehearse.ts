import { correlation } from '../evidence/correlation.ts';
import { forecastErrors } from '../evidence/forecast-errors.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import { fitTransactionModel } from '../fitting/fit-transaction-model.ts';
import { pickHistories } from '../histories/pick-histories.ts';
import { sampleRows } from '../histories/sample-histories.ts';
import type { RehearsedHistories } from '../histories/store-purchases.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { foreseeColumns } from '../scoring/foresee-columns.ts';
import { createDiscounting } from '../scoring/discounting.ts';
import type { OperationalTime } from '../season/operational-time.ts';
import { toOperationalHistories } from '../season/to-operational-histories.ts';
import { daysPerUnit } from '../time-unit.ts';
import type { Rehearsal } from './model-selection.ts';

/** So many customers are enough to see which model foresees better. */
const customersForRehearsal = 20_000;

/** Tries a model on the last part of the data, as if it had only known what came before. */
export type Rehearse = (fit: TransactionFit) => Rehearsal;

/** Makes ready to rehearse models; null where nothing was held back, or nothing came in it. */
export function prepareRehearsal(store: RehearsedHistories | null, time: OperationalTime): Rehearse | null {
  if (store === null || store.holdout === null) return null;
  const { holdout, observedUntilDay } = store;
  const rows = sampleRows(store.histories.size, customersForRehearsal);
  const all = toOperationalHistories(store, time);
  const histories = rows === null ? all : pickHistories(all, rows);
  const actual = rows === null ? holdout.transactions : Uint32Array.from(rows, (row) => holdout.transactions[row]!);
  if (!actual.some((count) => count > 0)) return null;
  const days = holdout.duration * daysPerUnit[store.histories.timeUnit];
  const discounting = createDiscounting(time, observedUntilDay, days, 0);
  return ({ modelId, k, parameters }) => {
    const model = getTransactionModel(modelId, k);
    const fit = fitTransactionModel(model, histories, { start: parameters });
    const foreseen = foreseeColumns(modelId, model.forecast(fit.parameters), histories, discounting);
    const predicted = foreseen.expectedTransactions;
    const { mae, bias } = forecastErrors({ predicted, actual });
    return { mae: mae ?? 0, bias: bias ?? 0, correlation: correlation(predicted, actual) ?? 0 };
  };
}
