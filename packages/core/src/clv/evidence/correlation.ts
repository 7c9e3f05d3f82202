/**
 * Pearson's correlation; null below two values, or when one side is constant.
 *
 * @param x and @param y finite, of equal length.
 * @example
 * ```ts
 * correlation([1, 2, 3], [2, 4, 6]); // 1
 * ```
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number | null {
  const size = x.length;
  if (isConstant(x) || isConstant(y)) return null;
  const meanX = meanFromFirst(x);
  const meanY = meanFromFirst(y);
  let squaresX = 0;
  let squaresY = 0;
  let products = 0;
  for (let place = 0; place < size; place += 1) {
    const deviationX = x[place]! - x[0]! - meanX;
    const deviationY = y[place]! - y[0]! - meanY;
    squaresX += deviationX * deviationX;
    squaresY += deviationY * deviationY;
    products += deviationX * deviationY;
  }
  const spread = Math.sqrt(squaresX) * Math.sqrt(squaresY);
  // Values that differ by less than their squares can tell.
  return spread > 0 && spread < Infinity ? Math.min(1, Math.max(-1, products / spread)) : null;
}

/** Whether no two values differ; so of none, and of one. */
function isConstant(values: ArrayLike<number>): boolean {
  for (let place = 1; place < values.length; place += 1) if (values[place] !== values[0]) return false;
  return true;
}

/** The mean of how far values are from the first: exact where they nearly are the same, and their sum would not be. */
function meanFromFirst(values: ArrayLike<number>): number {
  let sum = 0;
  for (let place = 0; place < values.length; place += 1) sum += values[place]! - values[0]!;
  return sum / values.length;
}
