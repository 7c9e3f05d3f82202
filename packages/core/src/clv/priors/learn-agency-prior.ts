import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import type { AgencyPrior } from './agency-prior.ts';
import { getBuiltInPrior } from './built-in-prior.ts';
import { toLogDays } from './in-time-unit.ts';
import { toModelKey } from './to-model-key.ts';
import { pool, type StoreBelief } from './pool.ts';

/** A store with fewer repeat purchases than this has itself been told by a prior, and teaches nothing new. */
const enoughRepeats = 100;

/** What of a store's model takes part: parameters and their uncertainty, and in which unit. */
export type TaughtModel = Pick<LifetimeModel, 'timeUnit' | 'repeatCount' | 'selection'>;

/**
 * What an agency's other stores teach about how customers of a new one buy: the mean and the covariance, between stores,
 * of each model's parameters' logarithms. Few stores say little, and leave most to what is known of any store.
 *
 * @example
 * ```ts
 * const prior = learnAgencyPrior(otherModels);
 * const model = fitLifetimeModel(smallStore, { prior });
 * ```
 */
export function learnAgencyPrior(models: readonly TaughtModel[]): AgencyPrior {
  const teaching = models.filter(({ repeatCount }) => repeatCount >= enoughRepeats);
  const beliefs = new Map<string, { readonly modelId: TransactionModelId; readonly stores: StoreBelief[] }>();
  for (const { timeUnit, selection } of teaching) {
    for (const { fit } of selection.candidates) {
      if (!isTelling(fit)) continue;
      const key = toModelKey(fit);
      const known = beliefs.get(key) ?? { modelId: fit.modelId, stores: [] };
      known.stores.push({ mean: toLogDays(fit.parameters, fit.modelId, timeUnit), covariance: fit.logCovariance });
      beliefs.set(key, known);
    }
  }
  const transactions: Record<string, LogNormalPrior> = {};
  for (const [key, { modelId, stores }] of beliefs) transactions[key] = pool(stores, getBuiltInPrior(modelId));
  return { transactions, storeCount: teaching.length };
}

function isTelling({ converged, verdict, parameters, logCovariance }: TransactionFit): boolean {
  return (
    converged &&
    verdict.code === 'converged' &&
    parameters.every((value) => value > 0) &&
    logCovariance.every(Number.isFinite)
  );
}
