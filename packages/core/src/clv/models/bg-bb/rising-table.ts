/** ln (y)ₙ for n = 0 … size, and its first and second derivative by y. */
export interface RisingTable {
  readonly value: Float64Array;
  readonly slope: Float64Array;
  readonly curvature: Float64Array;
}

/** @example toRisingTable(1, 4).value // ln 0!, ln 1!, ln 2!, ln 3!, ln 4! */
export function toRisingTable(y: number, size: number): RisingTable {
  const value = new Float64Array(size + 1);
  const slope = new Float64Array(size + 1);
  const curvature = new Float64Array(size + 1);
  for (let n = 0; n < size; n += 1) {
    const inverse = 1 / (y + n);
    value[n + 1] = value[n]! + Math.log(y + n);
    slope[n + 1] = slope[n]! + inverse;
    curvature[n + 1] = curvature[n]! - inverse * inverse;
  }
  return { value, slope, curvature };
}
