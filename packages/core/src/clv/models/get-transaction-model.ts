import { bgBb } from './bg-bb/bg-bb.ts';
import { bgNbd } from './bg-nbd/bg-nbd.ts';
import { mbgCnbdK } from './mbg-cnbd-k/mbg-cnbd-k.ts';
import { mbgNbd } from './mbg-nbd/mbg-nbd.ts';
import { nbd } from './nbd/nbd.ts';
import { paretoNbd } from './pareto-nbd/pareto-nbd.ts';
import type { TransactionModel, TransactionModelId } from './transaction-model.ts';

const models = [nbd, bgNbd, mbgNbd, bgBb, paretoNbd];

/**
 * The model of that name.
 *
 * @param k the regularity of `mbg-cnbd-k`, a whole number ≥ 1; the others have none.
 * @throws RangeError for a name that is not one of a model.
 * @example getTransactionModel('mbg-nbd', 1).parameterNames // ['r', 'alpha', 'a', 'b']
 */
export function getTransactionModel(id: TransactionModelId, k: number): TransactionModel {
  if (id === 'mbg-cnbd-k') return mbgCnbdK(k);
  const model = models.find((each) => each.id === id);
  if (model === undefined) throw new RangeError(`There is no model of purchases called ${id}.`);
  return model;
}
