import { drawExponential } from '../../../numeric/samplers/draw-exponential.ts';
import { drawGamma } from '../../../numeric/samplers/draw-gamma.ts';
import { drawPurchaseTimes } from '../draw-purchase-times.ts';
import type { TransactionForecast } from '../transaction-model.ts';
import { expectedPurchases, probabilityOfNoPurchase, purchaseProbabilities } from './alive-future.ts';
import { ifAlive, probabilityOfStaying, type ParetoCustomer } from './pareto-customer.ts';
import { paretoLogLikelihood, probabilityAliveNow, probabilityLeftNow } from './still-alive.ts';

/**
 * What Pareto/NBD says of a customer: P(alive) times what is said of a newcomer with the parameters of one who is alive.
 *
 * Source: Fader & Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related Expressions", §§4–6.
 */
export function paretoNbdForecast(population: ParetoCustomer): TransactionForecast {
  return {
    logLikelihood: (history) => paretoLogLikelihood(population, history),
    probabilityAlive: (history, duration) =>
      probabilityAliveNow(population, history) * probabilityOfStaying(ifAlive(population, history), duration),
    expectedTransactions: (history, duration) => {
      const alive = probabilityAliveNow(population, history);
      return alive === 0 ? 0 : alive * expectedPurchases(ifAlive(population, history), duration);
    },
    probabilityOfNone: (history, duration) => {
      const alive = probabilityAliveNow(population, history);
      const none = probabilityOfNoPurchase(ifAlive(population, history), duration);
      return Math.min(1, probabilityLeftNow(population, history) + alive * none);
    },
    transactionProbabilities(history, duration, upTo) {
      const alive = probabilityAliveNow(population, history);
      const future = purchaseProbabilities(ifAlive(population, history), duration, upTo);
      const probabilities = future.map((each) => alive * each);
      probabilities[0]! += probabilityLeftNow(population, history);
      return probabilities;
    },
    drawPurchases(history, duration, random) {
      if (random.next() >= probabilityAliveNow(population, history)) return [];
      const { r, alpha, s, beta } = ifAlive(population, history);
      const rate = drawGamma(random, r, alpha);
      const end = Math.min(duration, drawExponential(random) / drawGamma(random, s, beta));
      return drawPurchaseTimes(end, () => drawExponential(random) / rate);
    },
  };
}
