import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { fitCandidate, type CandidateModel } from './fit-candidate.ts';
import type { ModelChoice } from './model-selection.ts';
import { toBic } from './to-bic.ts';

/** The model that was asked for. */
export function takeModel(
  candidate: CandidateModel,
  histories: PurchaseHistories,
  agency: AgencyPrior | undefined,
): ModelChoice {
  const fit = fitCandidate(candidate, histories, agency);
  const reason = `${candidate.modelId}: asked for by name.`;
  return { fit, selection: { candidates: [{ fit, bic: toBic(fit, histories.size), rehearsal: null }], reason } };
}
