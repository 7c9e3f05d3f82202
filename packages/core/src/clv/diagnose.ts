import type { CovariateFit } from './covariates/covariate-fit.ts';
import type { TransactionFit } from './fitting/transaction-fit.ts';
import type { SeasonFit } from './season/season-fit.ts';
import type { ModelSelection } from './selection/model-selection.ts';
import type { SpendFit } from './spend/spend-fit.ts';

/** What a lifetime model was made of. */
interface Findings {
  readonly transactions: TransactionFit;
  readonly spend: SpendFit;
  /** The season that was learned, kept or not; null when none was asked for. */
  readonly learned: SeasonFit | null;
  readonly season: SeasonFit | null;
  readonly covariates: CovariateFit | null;
  readonly selection: ModelSelection;
}

const noSeason = 'The weeks of the data show no season.';
const peakNotSeen =
  'The data do not contain the weeks before Christmas: whether the store has a season cannot be told, and none is foreseen.';

/** What whoever reads a model's numbers should know, in sentences. */
export function diagnose({ transactions, spend, learned, season, covariates, selection }: Findings): readonly string[] {
  const seasons = learned === null ? [] : [season?.message ?? (learned.peakShare > 0 ? noSeason : peakNotSeen)];
  const labels = covariates?.covariates.flatMap(({ name, effects }) =>
    effects.map(({ message }) => `By ${name}, ${message}`),
  );
  return [
    selection.reason,
    transactions.verdict.message,
    `Spend: ${spend.verdict.message}`,
    ...seasons,
    ...(labels ?? []),
  ];
}
