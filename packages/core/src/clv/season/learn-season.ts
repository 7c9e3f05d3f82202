import { maximizeByNewton } from '../../numeric/maximize-by-newton.ts';
import { fitTransactionModel } from '../fitting/fit-transaction-model.ts';
import { pickHistories } from '../histories/pick-histories.ts';
import { sampleRows } from '../histories/sample-histories.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { createOperationalTime } from './operational-time.ts';
import { describeSeason } from './describe-season.ts';
import { chooseSeasonBasis, toSeasonIndex } from './season-basis.ts';
import type { SeasonFit } from './season-fit.ts';
import { toSeasonObjective, untellingWeek, type WeeklyPurchases } from './season-objective.ts';
import { toOperationalHistories } from './to-operational-histories.ts';
import { countWeeklyPurchases, expectWeeklyPurchases } from './weekly-purchases.ts';

/** What of a store tells of its season. */
type SeasonStore = Pick<StorePurchases, 'histories' | 'firstDay' | 'lastDay' | 'observedUntilDay' | 'daily'>;

/** So many customers show as well as all in which weeks is bought. */
const customersForSeason = 20_000;
const maxRounds = 12;
/** A season that changes less than this from one round to the next has been found. */
const tolerance = 2e-3;

/**
 * The season of a store, from the weeks in which its customers bought again. What each customer would have bought in each
 * week without a season is worked out from their history by MBG/NBD, then the season from the weeks' purchases beside
 * that, and so on in turn: expectation and maximisation, with the usual calendar of retail as what is believed beforehand.
 *
 * Source: A. P. Dempster, N. M. Laird & D. B. Rubin (1977), Maximum Likelihood from Incomplete Data via the EM Algorithm.
 */
export function learnSeason(whole: SeasonStore): SeasonFit {
  const { store, share } = sampleStore(whole);
  const fromDay = store.firstDay.reduce((earliest, day) => Math.min(earliest, day), store.observedUntilDay);
  const basis = chooseSeasonBasis(store.observedUntilDay - fromDay);
  const actual = countWeeklyPurchases(store).map((count) => count * share);
  let weights: Float64Array = Float64Array.from(basis.mean);
  let index = toSeasonIndex(basis, []);
  let { exposure, parameters } = expectWithout(store, null);
  for (let round = 0; round < maxRounds; round += 1) {
    const weeks = { actual, exposure };
    const next = maximizeByNewton(toSeasonObjective(basis, weeks, measureDispersion(weeks, index)), weights).point;
    const moved = next.some((weight, which) => Math.abs(weight - weights[which]!) > tolerance);
    weights = next;
    index = toSeasonIndex(basis, weights);
    if (!moved && round > 0) break;
    ({ exposure, parameters } = expectWithout(store, index, parameters));
  }
  const dispersion = measureDispersion({ actual, exposure }, index);
  return describeSeason(basis, weights, { actual, exposure }, dispersion);
}

/** A large store by some of its customers, and which share of its repeat purchases they made. */
function sampleStore(store: SeasonStore) {
  const { histories, firstDay, lastDay } = store;
  const rows = sampleRows(histories.size, customersForSeason);
  if (rows === null) return { store, share: 1 };
  const sample = pickHistories(histories, rows);
  return {
    store: {
      ...store,
      histories: sample,
      firstDay: Int32Array.from(rows, (row) => firstDay[row]!),
      lastDay: Int32Array.from(rows, (row) => lastDay[row]!),
    },
    share: sum(sample.frequency) / Math.max(1, sum(histories.frequency)),
  };
}

/** What is to be expected of the weeks without a season, when customers are judged by the season known so far. */
function expectWithout(store: SeasonStore, index: readonly number[] | null, start?: readonly number[]) {
  const time = createOperationalTime(index === null ? null : { index }, store.histories.timeUnit);
  const histories = toOperationalHistories(store, time);
  const { parameters } = fitTransactionModel(mbgNbd, histories, start === undefined ? {} : { start });
  const [shape = 1, rate = 1] = parameters;
  const exposure = expectWeeklyPurchases(store, histories, mbgNbd.forecast(parameters), shape, rate);
  return { exposure, parameters };
}

/** How much more the weeks vary than chance alone would have them: Pearson's χ² by its degrees of freedom, at least 1. */
function measureDispersion({ actual, exposure }: WeeklyPurchases, index: readonly number[]): number {
  const expected = exposure.map((value, week) => (week === untellingWeek ? 0 : value * index[week]!));
  const scale = (sum(actual) - actual[untellingWeek]!) / sum(expected);
  let squares = 0;
  let weeks = 0;
  for (const [week, value] of expected.entries()) {
    if (!(value * scale > 1)) continue;
    squares += (actual[week]! - value * scale) ** 2 / (value * scale);
    weeks += 1;
  }
  return weeks > 2 ? Math.max(1, squares / (weeks - 2)) : 1;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Less than this of the purchases is not to have seen the peak. */
const leastPeakShare = 0.001;

/**
 * Whether the data speak of a season. They do not where they hardly contain the weeks of its peak. Of the usual season,
 * which is believed beforehand, it is enough that they bear it out; a shape of the store's own has to make them likelier by
 * more than chance would (Akaike's criterion asks for 1 a shape).
 */
export function isTellingSeason({ logLikelihoodGain, shapeCount, peakShare }: SeasonFit): boolean {
  const needed = shapeCount === 1 ? 0.5 : 1.5 * shapeCount;
  return logLikelihoodGain > needed && peakShare >= leastPeakShare;
}
