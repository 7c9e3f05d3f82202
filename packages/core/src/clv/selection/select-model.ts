import type { PurchaseHistories } from '../histories/purchase-histories.ts';
import { sampleHistories } from '../histories/sample-histories.ts';
import type { RehearsedHistories } from '../histories/store-purchases.ts';
import type { AgencyPrior } from '../priors/agency-prior.ts';
import { toModelKey } from '../priors/to-model-key.ts';
import type { OperationalTime } from '../season/operational-time.ts';
import { fitCandidate } from './fit-candidate.ts';
import type { ModelCandidate, ModelChoice } from './model-selection.ts';
import { prepareRehearsal } from './rehearse.ts';
import { toBic } from './to-bic.ts';

/** So many customers are enough to tell which model is better. */
const customersForChoice = 30_000;
/** Models whose likelihoods of a customer differ by less than this, in the logarithm, say the same of the customer. */
const sameLikelihood = 0.02;
/** What a model has to be better by in the store's total, so that it is not by chance alone… */
const betterBias = 0.005;
/** …and worse by at most, for single customers. */
const toleratedError = 1.01;

/** Fewer purchases than this after the first look like a habit by chance. */
const fewestRepeatsForHabit = 100;

/** What models are chosen by. */
interface Evidence {
  /** In operational time. */
  readonly histories: PurchaseHistories;
  readonly rehearsal: RehearsedHistories | null;
  readonly time: OperationalTime;
}

/**
 * The model for a store among MBG/NBD, Pareto/NBD and MBG/CNBD-k, or, where nobody seems to leave, NBD and MBG/CNBD-k: the
 * one of the best Bayesian information criterion, unless another says almost the same of the data and foretells their last
 * part better: the store's total, and no worse its single customers. BG/NBD takes no part: to it nobody who bought once
 * can have left.
 */
export function selectModel({ histories, rehearsal, time }: Evidence, agency: AgencyPrior | undefined): ModelChoice {
  const sample = sampleHistories(histories, customersForChoice);
  const mbgNbd = fitCandidate({ modelId: 'mbg-nbd' }, sample, agency);
  const other = mbgNbd.verdict.code === 'noChurnSignal' ? 'nbd' : 'pareto-nbd';
  const fits = [fitCandidate({ modelId: other }, sample, agency)];
  if (other !== 'nbd') fits.push(mbgNbd);
  const repeats = sample.frequency.reduce((sum, value) => sum + value, 0);
  if (sample.logGaps !== null && repeats >= fewestRepeatsForHabit) {
    const regular = fitCandidate({ modelId: 'mbg-cnbd-k' }, sample, agency);
    if (regular.k > 1) fits.push(regular);
  }
  const rehearse = prepareRehearsal(rehearsal, time);
  const ranked = fits
    .map((fit) => ({ fit, bic: toBic(fit, sample.size) }))
    .sort((a, b) => a.bic - b.bic)
    .map(({ fit, bic }, _, [best]): ModelCandidate => {
      const isClose = bic - (best?.bic ?? bic) < 2 * sameLikelihood * sample.size;
      return { fit, bic, rehearsal: isClose && rehearse !== null ? rehearse(fit) : null };
    });
  const choice = choose(ranked);
  return sample === histories ? choice : { ...choice, fit: fitCandidate(choice.fit, histories, agency) };
}

function choose(ranked: readonly ModelCandidate[]): ModelChoice {
  const [likeliest] = ranked;
  if (likeliest === undefined) throw new RangeError('There is a model to choose from.');
  let chosen = likeliest;
  for (const rival of ranked.slice(1)) if (foretellsBetter(rival, chosen)) chosen = rival;
  const name = toModelKey(chosen.fit);
  const reason =
    chosen === likeliest
      ? `${name}: likeliest given the data, by its information criterion, and not beaten in foretelling their last part.`
      : `${name}: as likely given the data as ${toModelKey(likeliest.fit)}, for all practical purposes, and better in foretelling their last part.`;
  return { fit: chosen.fit, selection: { candidates: ranked, reason } };
}

function foretellsBetter({ rehearsal: rival }: ModelCandidate, { rehearsal: known }: ModelCandidate): boolean {
  if (rival === null || known === null) return false;
  return Math.abs(rival.bias) < Math.abs(known.bias) - betterBias && rival.mae < known.mae * toleratedError;
}
