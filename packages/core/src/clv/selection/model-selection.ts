import type { TransactionFit } from '../fitting/transaction-fit.ts';

/** How a model did in foretelling the last part of the data, customer by customer. */
export interface Rehearsal {
  /** Mean absolute error. */
  readonly mae: number;
  /** Σ foretold / Σ that came − 1. */
  readonly bias: number;
  /** Of what was foretold with what came. */
  readonly correlation: number;
}

/** A model that could have been chosen, and how it did. */
export interface ModelCandidate {
  readonly fit: TransactionFit;
  /** Bayesian information criterion, −2 log L + parameters × log customers: the lower the better. */
  readonly bic: number;
  /** Null where the data have no last part to be kept back. */
  readonly rehearsal: Rehearsal | null;
}

/** Which model of purchases was taken for a store, and why. */
export interface ModelSelection {
  readonly candidates: readonly ModelCandidate[];
  /** In words. */
  readonly reason: string;
}

/** A model that was taken, fitted to the store. */
export interface ModelChoice {
  readonly fit: TransactionFit;
  readonly selection: ModelSelection;
}
