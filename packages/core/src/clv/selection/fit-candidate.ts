import { fitTransactionModel } from '../fitting/fit-transaction-model.ts';
import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { fitRegularity } from '../models/mbg-cnbd-k/fit-regularity.ts';
import type { TransactionModelId } from '../models/transaction-model.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { choosePrior } from '../priors/choose-prior.ts';

/** A model that a store may be fitted by. */
export interface CandidateModel {
  readonly modelId: TransactionModelId;
  /** The regularity of `mbg-cnbd-k`; chosen by likelihood when left out. */
  readonly k?: number | undefined;
}

export function fitCandidate(
  { modelId, k }: CandidateModel,
  histories: PurchaseHistories,
  agency: AgencyPrior | undefined,
): TransactionFit {
  const prior = choosePrior({ modelId, k: k ?? 1 }, histories, agency);
  const options = prior === undefined ? {} : { prior };
  return modelId === 'mbg-cnbd-k' && k === undefined
    ? fitRegularity(histories, options)
    : fitTransactionModel(getTransactionModel(modelId, k ?? 1), histories, options);
}
