import type { CovariateFit } from './covariates/covariate-fit.ts';
import type { TransactionFit } from './fitting/transaction-fit.ts';
import type { ParameterDraws } from './draws/parameter-draws.ts';
import type { SeasonFit } from './season/season-fit.ts';
import type { ModelSelection } from './selection/model-selection.ts';
import type { SpendFit } from './spend/spend-fit.ts';
import type { TimeUnit } from './time-unit.ts';

/**
 * All that is known of how a store's customers buy, spend and leave: what customers are scored by. Plain data: it may be
 * kept as JSON and read again; scoring from it needs neither the orders nor another fit.
 */
export interface LifetimeModel {
  readonly version: 1;
  /** What times of the fits are counted in. */
  readonly timeUnit: TimeUnit;
  /** The last day of the data, since 1970-01-01. */
  readonly observedUntilDay: number;
  readonly customerCount: number;
  /** Purchases after each customer's first. */
  readonly repeatCount: number;
  /** When they buy and leave, in operational time where there is a season. */
  readonly transactions: TransactionFit;
  /** What they spend on a purchase. */
  readonly spend: SpendFit;
  readonly season: SeasonFit | null;
  readonly covariates: CovariateFit | null;
  /** The parameters' uncertainty: intervals come from it. */
  readonly draws: ParameterDraws;
  readonly selection: ModelSelection;
  /** What whoever reads the numbers should know, in sentences. */
  readonly diagnostics: readonly string[];
}
