import type { TransactionFit } from '../fitting/transaction-fit.ts';
import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { sampleHistories } from '../histories/sample-histories.ts';
import type { RehearsedHistories } from '../histories/store-purchases.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import type { OperationalTime } from '../season/operational-time.ts';
import { fitCandidate, type CandidateModel } from './fit-candidate.ts';
import type { ModelCandidate, ModelSelection } from './model-selection.ts';

/** So many customers are enough to tell which model is better. */
const customersForChoice = 30_000;

/** What models are chosen by. */
interface Evidence {
  /** In operational time. */
  readonly histories: PurchaseHistories;
  readonly rehearsal: RehearsedHistories | null;
  readonly time: OperationalTime;
}

export function selectModel(
  { histories }: Evidence,
  agency: AgencyPrior | undefined,
): { readonly candidate: CandidateModel; readonly selection: ModelSelection } {
  const sample = sampleHistories(histories, customersForChoice);
  const mbgNbd = fitCandidate({ modelId: 'mbg-nbd' }, sample, agency);
  const fits = [mbgNbd, fitCandidate({ modelId: 'nbd' }, sample, agency)];
  if (sample.logGaps !== null) {
    const regular = fitCandidate({ modelId: 'mbg-cnbd-k' }, sample, agency);
    if (regular.k > 1) fits.push(regular);
  }
  const candidates = fits
    .map((fit): ModelCandidate => ({ fit, bic: toBic(fit, sample.size), rehearsal: null }))
    .sort((a, b) => a.bic - b.bic);
  const [best] = candidates;
  const { modelId, k } = best?.fit ?? mbgNbd;
  return { candidate: { modelId, k }, selection: { candidates, reason: 'best' } };
}

function toBic({ logLikelihood, parameters, k }: TransactionFit, customers: number): number {
  const parameterCount = parameters.length + (k > 1 ? 1 : 0);
  return -2 * logLikelihood + parameterCount * Math.log(customers);
}
