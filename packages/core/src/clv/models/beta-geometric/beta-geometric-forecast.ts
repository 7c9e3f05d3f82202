import { drawBeta } from '../../../numeric/samplers/draw-beta.ts';
import { drawExponential } from '../../../numeric/samplers/draw-exponential.ts';
import { drawGamma } from '../../../numeric/samplers/draw-gamma.ts';
import { softplus } from '../../../numeric/softplus.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { logRising } from '../log-rising.ts';
import { drawPurchaseTimes } from '../draw-purchase-times.ts';
import { probabilityOfNoEvent } from '../negative-binomial.ts';
import type { TransactionForecast } from '../transaction-model.ts';
import {
  expectedPurchases,
  probabilityOfStaying,
  purchaseProbabilities,
  type AliveCustomer,
} from './alive-customer.ts';

/**
 * What BG/NBD and MBG/NBD say of a customer: P(alive) times what is said of one who is alive.
 *
 * @param firstChances how often a customer could have left with their first purchase: 0 in BG/NBD, 1 in MBG/NBD.
 * Source: Fader, Hardie & Lee (2005), §4; Batislam, Denizel & Filiztekin (2007), §2.
 */
export function betaGeometricForecast(population: AliveCustomer, firstChances: 0 | 1): TransactionForecast {
  const { r, alpha, a, b } = population;

  const ifAlive = ({ frequency, age }: PurchaseHistory): AliveCustomer => ({
    r: r + frequency,
    alpha: alpha + age,
    a,
    b: b + frequency + firstChances,
  });

  /** ln of how much likelier it is that the customer left with the last purchase than that they are alive. */
  const logOdds = ({ frequency, recency, age }: PurchaseHistory) => {
    const chances = frequency + firstChances;
    if (chances === 0) return -Infinity;
    const silence = Math.log1p((age - recency) / (alpha + recency));
    return Math.log(a / (b + (chances - 1))) + (r + frequency) * silence;
  };
  const aliveNow = (history: PurchaseHistory) => 1 / (1 + Math.exp(logOdds(history)));
  const goneNow = (history: PurchaseHistory) => 1 / (1 + Math.exp(-logOdds(history)));

  return {
    logLikelihood(history) {
      const { frequency, age } = history;
      const chances = frequency + firstChances;
      const counting = logRising(r, frequency) - r * Math.log1p(age / alpha) - frequency * Math.log(alpha + age);
      return counting + logRising(b, chances) - logRising(a + b, chances) + softplus(logOdds(history));
    },
    probabilityAlive: (history, duration) => aliveNow(history) * probabilityOfStaying(ifAlive(history), duration),
    expectedTransactions: (history, duration) => {
      const alive = aliveNow(history);
      return alive === 0 ? 0 : alive * expectedPurchases(ifAlive(history), duration);
    },
    probabilityOfNone: (history, duration) =>
      Math.min(1, goneNow(history) + aliveNow(history) * probabilityOfNoEvent(ifAlive(history), duration)),
    transactionProbabilities(history, duration, upTo) {
      const alive = aliveNow(history);
      const probabilities = purchaseProbabilities(ifAlive(history), duration, upTo).map((each) => alive * each);
      probabilities[0] = Math.min(1, probabilities[0]! + goneNow(history));
      return probabilities;
    },
    drawPurchases(history, duration, random) {
      const customer = ifAlive(history);
      if (random.next() >= aliveNow(history)) return [];
      const rate = drawGamma(random, customer.r, customer.alpha);
      const leaving = drawBeta(random, customer.a, customer.b);
      return drawPurchaseTimes(
        duration,
        () => drawExponential(random) / rate,
        () => random.next() < leaving,
      );
    },
  };
}
