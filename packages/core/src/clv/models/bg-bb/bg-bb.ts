import type { TransactionModel } from '../transaction-model.ts';
import { bgBbForecast } from './bg-bb-forecast.ts';
import { bgBbLogLikelihood } from './bg-bb-likelihood.ts';

/**
 * The BG/BB model, for purchases that can be made once in each period only: a yearly donation, a monthly box. While there, a
 * customer buys at each opportunity with probability p, Beta(alpha, beta)-distributed over customers; before each they
 * leave with probability θ, Beta(gamma, delta)-distributed. `frequency` counts the opportunities at which they bought,
 * `recency` is the last of them and `age` how many there were; parts of units are rounded (see `toOpportunities`).
 *
 * Source: Fader, Hardie & Shang (2010), "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing
 * Science 29(6), 1086–1108.
 * @example
 * ```ts
 * const donors = bgBb.forecast([1.2035, 0.7497, 0.6567, 2.7834]);
 * donors.probabilityAlive({ frequency: 6, recency: 6, age: 6 }, 0); // 0.93: that they are there for the next, too
 * donors.expectedTransactions({ frequency: 6, recency: 6, age: 6 }, 5); // 3.75
 * ```
 */
export const bgBb: TransactionModel = {
  id: 'bg-bb',
  parameterNames: ['alpha', 'beta', 'gamma', 'delta'],
  startingPoint: () => Float64Array.of(1, 1, 0.5, 3),
  logLikelihood: bgBbLogLikelihood,
  forecast: bgBbForecast,
};
