import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { sampleHistories } from '../histories/sample-histories.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { fitCandidate } from './fit-candidate.ts';
import type { ModelCandidate } from './model-selection.ts';

/** So many customers are enough to tell which model is better. */
const customersForChoice = 30_000;

export function selectModel(histories: PurchaseHistories, agency: AgencyPrior | undefined): readonly ModelCandidate[] {
  const sample = sampleHistories(histories, customersForChoice);
  const mbgNbd = fitCandidate({ modelId: 'mbg-nbd' }, sample, agency);
  const fits = [
    mbgNbd,
    fitCandidate({ modelId: 'pareto-nbd' }, sample, agency),
    fitCandidate({ modelId: 'nbd' }, sample, agency),
  ];
  if (sample.logGaps !== null) {
    const regular = fitCandidate({ modelId: 'mbg-cnbd-k' }, sample, agency);
    if (regular.k > 1) fits.push(regular);
  }
  return fits.map((fit) => ({ fit, bic: toBic(fit, sample.size), rehearsal: null })).sort((a, b) => a.bic - b.bic);
}

function toBic({ logLikelihood, parameters, k }: TransactionFit, customers: number): number {
  const parameterCount = parameters.length + (k > 1 ? 1 : 0);
  return -2 * logLikelihood + parameterCount * Math.log(customers);
}
