import { drawBeta } from '../../../numeric/samplers/draw-beta.ts';
import { drawExponential } from '../../../numeric/samplers/draw-exponential.ts';
import { softplus } from '../../../numeric/softplus.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { discountedOccasions } from '../beta-geometric-lifetime.ts';
import { logRising } from '../log-rising.ts';
import type { TransactionForecast } from '../transaction-model.ts';
import { type LastingCustomer, meanPurchases, purchaseProbabilities, staysFor } from './lasting-customer.ts';
import { toOpportunities } from './to-opportunities.ts';

export interface BgBbForecast extends TransactionForecast {
  /**
   * The discounted expected residual transactions (DERT): what a customer will buy at all opportunities to come, one at
   * the next being worth 1/(1 + discountRate).
   *
   * @param discountRate per period; > 0.
   * Source: Fader, Hardie & Shang (2010), DERT.
   */
  residualTransactions(history: PurchaseHistory, discountRate: number): number;
}

/**
 * What BG/BB with given parameters says of a customer. `probabilityAlive` is that they are there for the next opportunity.
 * An opportunity is any moment of its unit, all alike: for a part of a unit, answers lie on the line between its ends.
 *
 * Source: Fader, Hardie & Shang (2010), equations 7, 13 and A10, and DERT.
 */
export function bgBbForecast(parameters: ArrayLike<number>): BgBbForecast {
  const [alpha, beta, gamma, delta] = [parameters[0]!, parameters[1]!, parameters[2]!, parameters[3]!];

  const ifThere = (history: PurchaseHistory): LastingCustomer => {
    const { bought, total } = toOpportunities(history);
    return { alpha: alpha + bought, beta: beta + total - bought, gamma, delta: delta + total };
  };

  /** ln of how much likelier it is that they left before the last opportunity than that they were there at it. */
  const logOdds = (history: PurchaseHistory) => {
    const { bought, last, total } = toOpportunities(history);
    let sum = 0;
    let odds = 1; // of having left after the m-th opportunity, beside having left after the `last`
    for (let m = last; m < total; m += 1) {
      sum += odds;
      odds *= ((beta + m - bought) / (alpha + beta + m)) * ((delta + m) / (gamma + delta + m + 1));
      if (odds * (total - m) < 1e-18 * sum) break;
    }
    const silent = total - last;
    const bid = logRising(beta + last - bought, silent) - logRising(alpha + beta + last, silent);
    const stayed = logRising(delta + last, silent) - logRising(gamma + delta + last, silent);
    return Math.log(sum) + Math.log(gamma) - Math.log(gamma + delta + last) - bid - stayed;
  };
  const thereAtLast = (history: PurchaseHistory) => 1 / (1 + Math.exp(logOdds(history)));
  const goneByThen = (history: PurchaseHistory) => 1 / (1 + Math.exp(-logOdds(history)));

  return {
    logLikelihood(history) {
      const { bought, total } = toOpportunities(history);
      const buying = logRising(alpha, bought) + logRising(beta, total - bought) - logRising(alpha + beta, total);
      return buying + logRising(delta, total) - logRising(gamma + delta, total) + softplus(logOdds(history));
    },
    probabilityAlive(history, duration) {
      const customer = ifThere(history);
      return thereAtLast(history) * interpolate(Math.max(0, duration), (n) => staysFor(customer, n + 1));
    },
    expectedTransactions(history, duration) {
      const customer = ifThere(history);
      return thereAtLast(history) * interpolate(Math.max(0, duration), (n) => meanPurchases(customer, n));
    },
    probabilityOfNone(history, duration) {
      const customer = ifThere(history);
      const none = interpolate(Math.max(0, duration), (n) => purchaseProbabilities(customer, n, 0)[0]!);
      return Math.min(1, goneByThen(history) + thereAtLast(history) * none);
    },
    transactionProbabilities(history, duration, upTo) {
      const customer = ifThere(history);
      const there = thereAtLast(history);
      const whole = Math.floor(Math.max(0, duration));
      const part = Math.max(0, duration) - whole;
      const fewer = purchaseProbabilities(customer, whole, upTo);
      const more = part > 0 ? purchaseProbabilities(customer, whole + 1, upTo) : fewer;
      const mixed = fewer.map((each, count) => there * ((1 - part) * each + part * more[count]!));
      mixed[0] = Math.min(1, mixed[0]! + goneByThen(history));
      return mixed;
    },
    drawPurchases(history, duration, random) {
      const purchases: number[] = [];
      if (random.next() >= thereAtLast(history)) return purchases;
      const customer = ifThere(history);
      const buying = drawBeta(random, customer.alpha, customer.beta);
      const leaving = drawBeta(random, customer.gamma, customer.delta);
      const failures = (chance: number) => Math.floor(drawExponential(random) / -Math.log1p(-chance));
      const stays = failures(leaving);
      for (let at = failures(buying); at < stays && at < duration; at += 1 + failures(buying)) {
        const moment = at + random.next();
        if (moment <= duration) purchases.push(moment);
      }
      return purchases;
    },
    residualTransactions(history, discountRate) {
      if (!(discountRate > 0)) throw new RangeError(`A discount rate is above 0, not ${discountRate}.`);
      const customer = ifThere(history);
      const factor = 1 / (1 + discountRate);
      const first = (factor * customer.delta) / (customer.gamma + customer.delta);
      const buying = customer.alpha / (customer.alpha + customer.beta);
      return thereAtLast(history) * buying * first * discountedOccasions(customer.gamma, customer.delta + 1, factor);
    },
  };
}

/** Between the answers for the whole number of opportunities below and above a duration. */
function interpolate(duration: number, answer: (opportunities: number) => number): number {
  const whole = Math.floor(duration);
  const part = duration - whole;
  const low = answer(whole);
  return part === 0 ? low : low + part * (answer(whole + 1) - low);
}
