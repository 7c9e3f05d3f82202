import { createRandom } from '../shared/random.ts';
import { fitCovariates } from './covariates/fit-covariates.ts';
import { diagnose } from './diagnose.ts';
import { drawLifetimeParameters } from './draws/draw-lifetime-parameters.ts';
import type { StorePurchases } from './histories/store-purchases.ts';
import type { LifetimeModel } from './lifetime-model.ts';
import type { LifetimeModelOptions } from './lifetime-model-options.ts';
import { isTellingSeason, learnSeason } from './season/learn-season.ts';
import { createOperationalTime } from './season/operational-time.ts';
import { toOperationalHistories } from './season/to-operational-histories.ts';
import { selectModel } from './selection/select-model.ts';
import { takeModel } from './selection/take-model.ts';
import { fitSpendModel, type SpendOptions } from './spend/fit-spend-model.ts';

/**
 * Learns from a store's purchases how its customers buy, spend and leave. There is an answer for every store: where the
 * data say little, as of no customer, of one, or where nobody came back, what is known of other stores stands in for them, and
 * intervals are wide.
 *
 * @param store what a collector gives; with a `rehearsal`, as `collectStore` makes it, models are tried on the last part of
 *   the data too.
 * @returns plain data, the same for the same store and options.
 * @example
 * ```ts
 * const store = collectStore(collector);
 * if (store.ok) scoreAll(fitLifetimeModel(store.value), store.value).lifetimeValue;
 * ```
 */
export function fitLifetimeModel(store: StorePurchases, options: LifetimeModelOptions = {}): LifetimeModel {
  const { model = 'auto', regularity, prior, seed = 0 } = options;
  const { season: seasonWanted = model === 'auto' ? 'auto' : 'none' } = options;
  const { timeUnit } = store.histories;
  const learned = seasonWanted === 'auto' ? learnSeason(store) : null;
  const season = learned !== null && isTellingSeason(learned) ? learned : null;
  const time = createOperationalTime(season, timeUnit);
  const histories = season === null ? store.histories : toOperationalHistories(store, time);
  const chosen =
    model === 'auto'
      ? selectModel({ histories, rehearsal: store.rehearsal ?? null, time }, prior)
      : takeModel({ modelId: model, k: regularity }, histories, prior);
  const labelled = store.labels ? fitCovariates(chosen.fit, histories, store.labels) : null;
  const transactions = labelled?.transactions ?? chosen.fit;
  const spend = fitSpendModel(store.histories, toSpendOptions(store));
  const covariates = labelled?.covariates ?? null;
  return {
    version: 1,
    timeUnit,
    observedUntilDay: store.observedUntilDay,
    customerCount: histories.size,
    repeatCount: histories.frequency.reduce((sum, value) => sum + value, 0),
    transactions,
    spend,
    season,
    covariates,
    draws: drawLifetimeParameters({ transactions, spend, covariates, histories, agency: prior }, createRandom(seed)),
    selection: chosen.selection,
    diagnostics: diagnose({ transactions, spend, learned, season, covariates, selection: chosen.selection }),
  };
}

/** Where nobody has come back and paid, first purchases are all that is known of what one costs. */
function toSpendOptions({ histories, firstDaySpend }: StorePurchases): SpendOptions {
  if (histories.meanSpend.some(isPaid)) return {};
  if (firstDaySpend.length === 0) return {};
  const paid = firstDaySpend.filter(isPaid);
  return { typicalSpend: paid.reduce((sum, spend) => sum + spend / paid.length, 0) };
}

function isPaid(spend: number): boolean {
  return spend > 0;
}
