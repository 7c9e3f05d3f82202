import { createRandom } from '../../shared/random.ts';
import { toLabelParameters } from '../covariates/to-label-parameters.ts';
import type { LifetimeModel } from '../lifetime-model.ts';
import { getTransactionModel } from '../models/get-transaction-model.ts';
import { expectedSpend } from '../spend/expected-spend.ts';
import type { CustomerEstimate } from './customer-estimate.ts';
import type { CustomerForecast } from './customer-forecast.ts';
import type { CustomerScore } from './customer-score.ts';
import { createDiscounting, createEndlessDiscounting, discount } from './discounting.ts';
import { drawOutlooks } from './draw-outlooks.ts';
import { foreseeNextPurchase } from './foresee-next-purchase.ts';
import { foreseePurchases, type Outlook } from './foresee-purchases.ts';
import { foreseeValue } from './foresee-value.ts';
import type { FuturePurchases } from './future-purchases.ts';
import { resolveScoring } from './resolved-scoring.ts';
import type { ScoredCustomer, ScoringOptions } from './scoring-options.ts';
import { createOperationalTime } from '../season/operational-time.ts';
import { toCustomerHistory, toKnownSpend } from './to-customer-history.ts';
import { toIntervals } from './to-intervals.ts';

/** Scores one customer after another by the same model, day and horizon. */
export interface Scorer {
  /** The means alone: some microseconds. */
  estimate(customer: ScoredCustomer): CustomerEstimate;
  /** How many purchases there may be, with median and intervals: a part of `score`, in a third of its time. */
  purchases(customer: ScoredCustomer): CustomerScore['purchases'];
  /** What else can be asked of a customer, by days from the day of scoring; by the likeliest parameters. */
  forecast(customer: ScoredCustomer): CustomerForecast;
  /** All that is foreseen, with medians and intervals: about a millisecond. The same whenever it is asked. */
  score(customer: ScoredCustomer): CustomerScore;
}

/** What the model says of customers with the same labels. */
interface Views {
  readonly likeliest: Outlook;
  readonly possible: () => readonly Outlook[];
}

/**
 * Makes ready to score customers by a model, on a day and over a horizon; a customer's purchases since the model was
 * fitted count, without another fit.
 *
 * @throws RangeError when an option is out of its range.
 * @example
 * ```ts
 * const scorer = createScorer(model, { horizonDays: 365, annualDiscountRate: 0.1 });
 * scorer.estimate({ summary }).lifetimeValue;
 * scorer.score({ summary }).lifetimeValue.intervals.p80;
 * ```
 */
export function createScorer(model: LifetimeModel, options: ScoringOptions = {}): Scorer {
  const scoring = resolveScoring(options, model.observedUntilDay);
  const { asOfDay, horizonDays, annualDiscountRate } = scoring;
  const { modelId, k, parameterNames, parameters } = model.transactions;
  const transactionModel = getTransactionModel(modelId, k);
  const time = createOperationalTime(model.season, model.timeUnit);
  const now = time.at(asOfDay);
  const duration = Math.max(0, time.at(asOfDay + horizonDays) - now);
  const discounting = createDiscounting(time, asOfDay, horizonDays, annualDiscountRate);
  const endless = createEndlessDiscounting(time, asOfDay, annualDiscountRate);
  const { p, q, gamma } = model.spend;
  const spend = model.draws.spend.length === 0 ? [[p, q, gamma]] : model.draws.spend;
  const viewsByLabels = new Map<string, Views>();

  function viewsOf({ labels }: ScoredCustomer): Views {
    const key = model.covariates === null ? '' : JSON.stringify(labels);
    const known = viewsByLabels.get(key);
    if (known) return known;
    const toForecast = (values: readonly number[]) =>
      transactionModel.forecast(toLabelParameters(model.covariates, parameterNames, values, labels));
    let drawn: readonly Outlook[] | null = null;
    const views: Views = {
      likeliest: { forecast: toForecast(parameters), duration },
      possible: () => (drawn ??= drawOutlooks(model, scoring, toForecast)),
    };
    viewsByLabels.set(key, views);
    return views;
  }

  function estimate(customer: ScoredCustomer): CustomerEstimate {
    const { forecast } = viewsOf(customer).likeliest;
    const history = toCustomerHistory(customer.summary, time, asOfDay);
    const amount = expectedSpend(model.spend, toKnownSpend(customer.summary));
    return {
      probabilityAlive: forecast.probabilityAlive(history, 0),
      expectedTransactions: forecast.expectedTransactions(history, duration),
      expectedSpend: amount,
      lifetimeValue: amount * discount(discounting, forecast, history),
    };
  }

  function purchases(customer: ScoredCustomer): CustomerScore['purchases'] {
    const { likeliest, possible } = viewsOf(customer);
    const history = toCustomerHistory(customer.summary, time, asOfDay);
    const expected = likeliest.forecast.expectedTransactions(history, duration);
    return describePurchases(expected, foreseePurchases(history, likeliest, possible()));
  }

  function forecast(customer: ScoredCustomer): CustomerForecast {
    const { forecast: likeliest } = viewsOf(customer).likeliest;
    const history = toCustomerHistory(customer.summary, time, asOfDay);
    const within = (days: number) => time.at(asOfDay + days) - now;
    return {
      probabilityAlive: (days) => likeliest.probabilityAlive(history, within(days)),
      expectedTransactions: (days) => likeliest.expectedTransactions(history, within(days)),
      probabilityOfNone: (days) => likeliest.probabilityOfNone(history, within(days)),
      transactionProbabilities: (days, upTo) => likeliest.transactionProbabilities(history, within(days), upTo),
    };
  }

  function score(customer: ScoredCustomer): CustomerScore {
    const { likeliest, possible } = viewsOf(customer);
    const means = estimate(customer);
    const history = toCustomerHistory(customer.summary, time, asOfDay);
    const future = foreseePurchases(history, likeliest, possible());
    const known = toKnownSpend(customer.summary);
    const undiscounted = means.expectedSpend * means.expectedTransactions;
    const worth = undiscounted > 0 ? means.lifetimeValue / undiscounted : 1;
    const value = foreseeValue(future, known, spend, worth, createRandom('clv.score'));
    return {
      probabilityAlive: means.probabilityAlive,
      purchases: describePurchases(means.expectedTransactions, future),
      nextPurchase: foreseeNextPurchase(forecast(customer).probabilityOfNone),
      expectedSpend: means.expectedSpend,
      lifetimeValue: {
        expected: means.lifetimeValue,
        median: value(0.5),
        intervals: toIntervals(future.probabilityOfNone, value),
      },
      residualValue: means.expectedSpend * discount(endless, likeliest.forecast, history),
    };
  }

  return { estimate, forecast, purchases, score };
}

function describePurchases(expected: number, future: FuturePurchases): CustomerScore['purchases'] {
  return {
    expected,
    median: future.quantile(0.5),
    intervals: toIntervals(future.probabilityOfNone, (probability) => future.quantile(probability)),
  };
}
