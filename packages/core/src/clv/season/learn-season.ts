import { maximizeByNewton } from '../../numeric/maximize-by-newton.ts';
import { fitTransactionModel } from '../fitting/fit-transaction-model.ts';
import type { StorePurchases } from '../histories/store-purchases.ts';
import { mbgNbd } from '../models/mbg-nbd/mbg-nbd.ts';
import { createOperationalTime } from './operational-time.ts';
import { describeSeason } from './describe-season.ts';
import { chooseSeasonBasis, toSeasonIndex } from './season-basis.ts';
import type { SeasonFit } from './season-fit.ts';
import { toSeasonObjective, type WeeklyPurchases } from './season-objective.ts';
import { toOperationalHistories } from './to-operational-histories.ts';
import { countWeeklyPurchases, expectWeeklyPurchases } from './weekly-purchases.ts';

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
export function learnSeason(store: Omit<StorePurchases, 'labels' | 'rehearsal'>): SeasonFit {
  const fromDay = store.firstDay.reduce((earliest, day) => Math.min(earliest, day), store.observedUntilDay);
  const basis = chooseSeasonBasis(store.observedUntilDay - fromDay);
  const actual = countWeeklyPurchases(store);
  const flat = expectWithout(store, actual, null, undefined);
  let weights: Float64Array = Float64Array.from(basis.mean);
  let index = toSeasonIndex(basis, []);
  let round = flat;
  for (let count = 0; count < maxRounds; count += 1) {
    const objective = toSeasonObjective(basis, round.weeks, measureDispersion(round.weeks, index));
    const next = maximizeByNewton(objective, weights).point;
    const moved = next.some((weight, which) => Math.abs(weight - weights[which]!) > tolerance);
    weights = next;
    index = toSeasonIndex(basis, weights);
    if (!moved && count > 0) break;
    round = expectWithout(store, actual, index, round.parameters);
  }
  const dispersion = measureDispersion(round.weeks, index);
  const { hessian } = toSeasonObjective(basis, round.weeks, dispersion)(weights);
  const logLikelihoodGain = round.logLikelihood - flat.logLikelihood;
  return describeSeason(basis, weights, hessian, { dispersion, logLikelihoodGain });
}

/** What is to be expected of the weeks without a season, when customers are judged by the season known so far. */
function expectWithout(
  store: Omit<StorePurchases, 'labels' | 'rehearsal'>,
  actual: Float64Array,
  index: readonly number[] | null,
  start: readonly number[] | undefined,
) {
  const time = createOperationalTime(index === null ? null : { index }, store.histories.timeUnit);
  const histories = toOperationalHistories(store, time);
  const { parameters, logLikelihood } = fitTransactionModel(mbgNbd, histories, start === undefined ? {} : { start });
  const [shape = 1, rate = 1] = parameters;
  const exposure = expectWeeklyPurchases(store, histories, mbgNbd.forecast(parameters), shape, rate);
  const speeds = index === null ? 0 : actual.reduce((sum, count, week) => sum + count * Math.log(index[week]!), 0);
  return { weeks: { actual, exposure }, parameters, logLikelihood: logLikelihood + speeds };
}

/** How much more the weeks vary than chance alone would have them: Pearson's χ² by its degrees of freedom, at least 1. */
function measureDispersion({ actual, exposure }: WeeklyPurchases, index: readonly number[]): number {
  const expected = exposure.map((value, week) => value * index[week]!);
  const scale = sum(actual) / sum(expected);
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

/** A strength known no better than this is little more than what was believed of it beforehand. */
const vagueStrength = 0.4;

/**
 * Whether the data speak of a season: its gain in likelihood is more than the weeks' own variation would feign, by twice
 * what Akaike's criterion asks, and so is its strength. Where they do not contain the weeks of the peak, they say nothing.
 */
export function isTellingSeason({ logLikelihoodGain, dispersion, shapeCount, strengthDeviation }: SeasonFit): boolean {
  return logLikelihoodGain / dispersion > 2 * shapeCount && strengthDeviation < vagueStrength;
}
