import type { TransactionFit } from '../fitting/transaction-fit.ts';

/** A model that could have been chosen, and how it did. */
export interface ModelCandidate {
  readonly fit: TransactionFit;
  /** Bayesian information criterion, −2 log L + parameters × log customers: the lower the better. */
  readonly bic: number;
  /** In the rehearsal, the last part of the data kept back: mean absolute error per customer, and bias as a share. */
  readonly rehearsal: { readonly mae: number; readonly bias: number } | null;
}

/** Which model of purchases was taken for a store, and why. */
export interface ModelSelection {
  readonly candidates: readonly ModelCandidate[];
  /** In words. */
  readonly reason: string;
}
