/** Customer by customer: what was foreseen, and what came. */
export interface ForecastAndActual {
  readonly predicted: ArrayLike<number>;
  readonly actual: ArrayLike<number>;
}

/** How far a forecast was off. What cannot be said of these customers is null. */
export interface ForecastErrors {
  /** Mean absolute error. The predictive median makes it least. */
  readonly mae: number | null;
  /** Root of the mean squared error. The predictive mean makes it least. */
  readonly rmse: number | null;
  /** Σ predicted / Σ actual − 1: −0.1 is a tenth too little over all. Null when nothing came. */
  readonly bias: number | null;
}

/** @param forecast finite, of equal length. */
export function forecastErrors({ predicted, actual }: ForecastAndActual): ForecastErrors {
  const n = predicted.length;
  let [absolute, squared, foreseen, came] = [0, 0, 0, 0];
  for (let place = 0; place < n; place += 1) {
    const error = predicted[place]! - actual[place]!;
    absolute += Math.abs(error);
    squared += error * error;
    foreseen += predicted[place]!;
    came += actual[place]!;
  }
  const ratio = foreseen / came;
  return {
    mae: n === 0 ? null : absolute / n,
    rmse: n === 0 ? null : Math.sqrt(squared / n),
    bias: Number.isFinite(ratio) ? ratio - 1 : null,
  };
}
