import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import { daysPerUnit, type TimeUnit } from '../time-unit.ts';

/** Which parameters are times, by their place. */
const times: Readonly<Record<TransactionModelId, readonly number[]>> = {
  'bg-nbd': [1],
  'mbg-nbd': [1],
  'pareto-nbd': [1, 3],
  'mbg-cnbd-k': [1],
  'bg-bb': [],
  nbd: [1],
};

/** The logarithms of parameters whose times are in days, of parameters whose times are in the unit. */
export function toLogDays(parameters: readonly number[], modelId: TransactionModelId, unit: TimeUnit): number[] {
  const shift = Math.log(daysPerUnit[unit]);
  return parameters.map((value, place) => Math.log(value) + (times[modelId].includes(place) ? shift : 0));
}

/** A prior with times in days, with times in the unit. */
export function inTimeUnit(prior: LogNormalPrior, modelId: TransactionModelId, unit: TimeUnit): LogNormalPrior {
  const shift = Math.log(daysPerUnit[unit]);
  return { ...prior, mean: prior.mean.map((value, place) => value - (times[modelId].includes(place) ? shift : 0)) };
}
