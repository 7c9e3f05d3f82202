import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { fitCandidate, type CandidateModel } from './fit-candidate.ts';
import type { ModelChoice } from './model-selection.ts';

/** The model that was asked for. */
export function takeModel(
  candidate: CandidateModel,
  histories: PurchaseHistories,
  agency: AgencyPrior | undefined,
): ModelChoice {
  const fit = fitCandidate(candidate, histories, agency);
  return { fit, selection: { candidates: [], reason: `${candidate.modelId}: asked for by name.` } };
}
