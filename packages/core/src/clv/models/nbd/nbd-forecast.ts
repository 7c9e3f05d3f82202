import { drawExponential } from '../../../numeric/samplers/draw-exponential.ts';
import { drawGamma } from '../../../numeric/samplers/draw-gamma.ts';
import type { PurchaseHistory } from '../../histories/purchase-history.ts';
import { logRising } from '../log-rising.ts';
import { drawPurchaseTimes } from '../draw-purchase-times.ts';
import { negativeBinomial, probabilityOfNoEvent } from '../negative-binomial.ts';
import type { TransactionForecast } from '../transaction-model.ts';

/** A customer's rate given their history is gamma-distributed with shape r + x and rate α + T. */
export function nbdForecast(r: number, alpha: number): TransactionForecast {
  const rateOf = ({ frequency, age }: PurchaseHistory) => ({ r: r + frequency, alpha: alpha + age });
  return {
    logLikelihood: ({ frequency, age }) =>
      logRising(r, frequency) - r * Math.log1p(age / alpha) - frequency * Math.log(alpha + age),
    probabilityAlive: () => 1,
    expectedTransactions: ({ frequency, age }, duration) => ((r + frequency) / (alpha + age)) * duration,
    probabilityOfNone: (history, duration) => probabilityOfNoEvent(rateOf(history), duration),
    transactionProbabilities: (history, duration, upTo) => negativeBinomial(rateOf(history), duration, upTo),
    drawPurchases({ frequency, age }, duration, random) {
      const rate = drawGamma(random, r + frequency, alpha + age);
      return drawPurchaseTimes(duration, () => drawExponential(random) / rate);
    },
  };
}
