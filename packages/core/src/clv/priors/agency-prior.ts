import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';

/** What an agency's other stores teach about a new one: parameters only, nothing of any customer. Times in days. */
export interface AgencyPrior {
  /** By the model's id, for `mbg-cnbd-k` as `mbg-cnbd-2`, … */
  readonly transactions: Readonly<Record<string, LogNormalPrior>>;
  readonly storeCount: number;
}
