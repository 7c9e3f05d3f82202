import type { TransactionFit } from '../fitting/transaction-fit.ts';

/**
 * The Bayesian information criterion; a regularity that was chosen counts as a parameter.
 *
 * Source: G. Schwarz (1978), "Estimating the Dimension of a Model", Annals of Statistics 6(2).
 */
export function toBic({ logLikelihood, parameters, k }: TransactionFit, customerCount: number): number {
  const parameterCount = parameters.length + (k > 1 ? 1 : 0);
  return -2 * logLikelihood + parameterCount * Math.log(Math.max(1, customerCount));
}
