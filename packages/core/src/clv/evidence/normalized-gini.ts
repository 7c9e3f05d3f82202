/**
 * How well predictions rank customers by what they went on to spend: the Gini coefficient of the actual values in the
 * predictions' order, divided by that in their own. 1 is the perfect order, 0 as good as chance, −1 the reverse. Null when
 * the actual values are all equal, and no order is better than another.
 *
 * Source: Wang, Liu & Miao (2019), "A Deep Probabilistic Model for Customer Lifetime Value Prediction", arXiv 1912.07753,
 * §4; ties by mid-ranks, so that equal predictions earn nothing from the order in which they are given.
 *
 * @param actual ≥ 0.
 * @param ranks mid-ranks of the predictions, and of the actual values.
 */
export function normalizedGini(
  actual: ArrayLike<number>,
  ranks: { readonly predicted: ArrayLike<number>; readonly actual: ArrayLike<number> },
): number | null {
  const middle = (actual.length + 1) / 2;
  let achieved = 0;
  let possible = 0;
  for (let place = 0; place < actual.length; place += 1) {
    achieved += actual[place]! * (ranks.predicted[place]! - middle);
    possible += actual[place]! * (ranks.actual[place]! - middle);
  }
  return possible > 0 ? Math.max(-1, Math.min(1, achieved / possible)) : null;
}
