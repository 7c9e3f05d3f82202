/** One future has no more purchases: a rate beyond all reason must not fill the memory. */
const mostPurchases = 1_000_000;

/**
 * The times of one future's purchases, ascending, within the duration.
 *
 * @param nextGap draws the time from one purchase to the next; at first, that until the first.
 * @param leaves draws whether the customer leaves with the purchase just made.
 */
export function drawPurchaseTimes(
  duration: number,
  nextGap: () => number,
  leaves: () => boolean = () => false,
): number[] {
  const purchases: number[] = [];
  for (let at = nextGap(); at <= duration && purchases.length < mostPurchases; at += nextGap()) {
    purchases.push(at);
    if (leaves()) break;
  }
  return purchases;
}
