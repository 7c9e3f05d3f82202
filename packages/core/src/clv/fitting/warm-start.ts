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
  const start = Float64Array.from(prior?.mean ?? model.startingPoint(sample).map(Math.log));
  const { point, value, iterations } = maximizeByNewton(objective, start, { maxIterations: mostIterations });
  // Newton's method only ever climbs: wherever it has come to, it is better to begin there than where it began.
  const isUsable = Number.isFinite(value) && showsChurn(model.id, point.map(Math.exp));
  return { parameters: (isUsable ? point : start).map(Math.exp), iterations };
}
