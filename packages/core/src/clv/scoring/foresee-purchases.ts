import { normalQuantile } from '../../numeric/normal-quantile.ts';
import type { PurchaseHistory } from '../histories/purchase-history.ts';
import type { TransactionForecast } from '../models/transaction-model.ts';
import type { FuturePurchases } from './future-purchases.ts';

/** A possible state of the world: parameters, and how long the horizon is in operational time. */
export interface Outlook {
  readonly forecast: TransactionForecast;
  readonly duration: number;
}

/** So many purchases are counted one by one; beyond, a smooth law serves. */
const largestCount = 200;

/**
 * The number of purchases within the horizon: the mean, over possible parameters, of what each says of the customer.
 *
 * @param likeliest what the estimate goes by; @param possible draws of what else may be. Without any, there is but `likeliest`.
 */
export function foreseePurchases(
  history: PurchaseHistory,
  likeliest: Outlook,
  possible: readonly Outlook[],
): FuturePurchases {
  const { forecast, duration } = likeliest;
  const buying = 1 - forecast.probabilityOfNone(history, duration);
  const mean = forecast.expectedTransactions(history, duration) / Math.max(buying, 1e-12);
  const spread = Math.sqrt(mean + mean ** 2 / (history.frequency + 1));
  const outlooks = possible.length === 0 ? [likeliest] : possible;
  const upTo = Math.ceil(mean + 8 * spread + 5);
  return upTo <= largestCount ? countPurchases(history, outlooks, upTo) : smoothPurchases(history, outlooks);
}

function countPurchases(history: PurchaseHistory, possible: readonly Outlook[], upTo: number): FuturePurchases {
  const cumulative = new Float64Array(upTo + 1);
  for (const { forecast, duration } of possible) {
    const probabilities = forecast.transactionProbabilities(history, duration, upTo);
    for (let count = 0; count <= upTo; count += 1) cumulative[count]! += probabilities[count]! / possible.length;
  }
  for (let count = 1; count <= upTo; count += 1) cumulative[count]! += cumulative[count - 1]!;
  return {
    probabilityOfNone: Math.min(1, cumulative[0]!),
    quantile(probability) {
      const count = cumulative.findIndex((value) => value >= probability);
      return count === -1 ? upTo : count;
    },
  };
}

/**
 * Of customers who buy very often: given that they buy at all, their number is gamma-distributed with the mean and the
 * variance of the negative binomial one.
 *
 * Source of the quantiles: E. B. Wilson & M. M. Hilferty (1931), "The Distribution of Chi-Square", PNAS 17.
 */
function smoothPurchases(history: PurchaseHistory, possible: readonly Outlook[]): FuturePurchases {
  let [none, sum, squares] = [0, 0, 0];
  for (const { forecast, duration } of possible) {
    const silent = forecast.probabilityOfNone(history, duration);
    const mean = forecast.expectedTransactions(history, duration) / Math.max(1 - silent, 1e-12);
    none += silent / possible.length;
    sum += mean / possible.length;
    squares += (mean ** 2 + mean + mean ** 2 / (history.frequency + 1)) / possible.length;
  }
  const shape = sum ** 2 / Math.max(squares - sum ** 2, Number.MIN_VALUE);
  return {
    probabilityOfNone: none,
    quantile(probability) {
      if (probability <= none) return 0;
      const normal = normalQuantile(Math.min(1 - 1e-9, (probability - none) / (1 - none)));
      const root = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape));
      return Math.max(1, Math.round(sum * Math.max(0, root) ** 3));
    },
  };
}
