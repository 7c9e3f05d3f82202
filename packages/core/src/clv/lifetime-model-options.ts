import type { AgencyPrior } from './priors/agency-prior.ts';
import type { TransactionModelId } from './models/transaction-model.ts';

export interface LifetimeModelOptions {
  /** `auto` chooses by the data, and is the default. */
  readonly model?: 'auto' | TransactionModelId;
  /** The k of `mbg-cnbd-k`; chosen by likelihood when left out. */
  readonly regularity?: number;
  /** Whether a season may be learned: by default it may with `auto`, and not with a model asked for by name. */
  readonly season?: 'auto' | 'none';
  /** What is known from an agency's other stores. */
  readonly prior?: AgencyPrior;
  /** Seeds the draws of the parameters' uncertainty. */
  readonly seed?: number;
}
