import type { Random } from '../../shared/random.ts';
import { drawSpend, drawSpendRate } from '../spend/draw-spend.ts';
import type { SpendHistory } from '../spend/expected-spend.ts';
import type { FuturePurchases } from './future-purchases.ts';

/** The value of a customer's purchases within the horizon, all doubt included: its quantiles by their probability. */
export type FutureValue = (probability: number) => number;

/** So many possible futures with a purchase are looked at; those without one need no look. */
const futures = 512;

/**
 * What purchases within the horizon may be worth. Their numbers are laid evenly over all that may be; what is spent on
 * them is drawn, each time with other parameters of the spend.
 *
 * @param worth what money spent within the horizon is worth now, on average.
 * @param spend draws of p, q and γ.
 */
export function foreseeValue(
  purchases: FuturePurchases,
  known: SpendHistory,
  spend: readonly (readonly number[])[],
  worth: number,
  random: Random,
): FutureValue {
  const { probabilityOfNone } = purchases;
  const buying = 1 - probabilityOfNone;
  const totals = Float64Array.from({ length: futures }, (_, which) => {
    const count = purchases.quantile(probabilityOfNone + (buying * (which + 0.5)) / futures);
    const [p = 1, q = 1, gamma = 1] = spend[which % spend.length] ?? [];
    const rate = drawSpendRate({ p, q, gamma }, known, random);
    return worth * drawSpend({ p }, { rate, purchases: count }, random);
  }).sort();
  return (probability) => {
    if (probability <= probabilityOfNone || buying <= 0) return 0;
    const place = ((probability - probabilityOfNone) / buying) * futures - 0.5;
    const below = Math.max(0, Math.min(futures - 1, Math.floor(place)));
    const above = Math.min(futures - 1, below + 1);
    const share = Math.max(0, Math.min(1, place - below));
    return totals[below]! + share * (totals[above]! - totals[below]!);
  };
}
