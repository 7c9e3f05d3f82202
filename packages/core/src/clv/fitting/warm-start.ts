import { maximizeByNewton } from '../../numeric/maximize-by-newton.ts';
import { sampleHistories } from '../histories/sample-histories.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { TransactionModel } from '../models/transaction-model.ts';
import { addPrior } from './add-prior.ts';
import type { LogNormalPrior } from './log-normal-prior.ts';
import { showsChurn } from './shows-churn.ts';

export interface WarmStart {
  readonly parameters: Float64Array;
  readonly iterations: number;
}

/** More customers than this are worth a sample first. */
const manyCustomers = 100_000;
const sampledShare = 0.02;
const mostIterations = 16;

/** The parameters of a sample of many customers, from where two or three passes over all are enough; null for few. */
export function warmStart(
  model: TransactionModel,
  histories: PurchaseHistories,
  prior: LogNormalPrior | undefined,
): WarmStart | null {
  if (histories.size <= manyCustomers) return null;
  const sample = sampleHistories(histories, Math.round(histories.size * sampledShare));
  const likelihood = model.logLikelihood(sample);
  const objective = prior === undefined ? likelihood : addPrior(likelihood, prior);
  const start = prior?.mean ?? model.startingPoint(sample).map(Math.log);
  const { point, iterations, converged } = maximizeByNewton(objective, start, { maxIterations: mostIterations });
  const parameters = point.map(Math.exp);
  const isGood = converged && showsChurn(model.id, parameters);
  return { parameters: isGood ? parameters : model.startingPoint(histories), iterations };
}
