/** The logarithms of gaps of 0 … `longestDays` whole days, measured in units of `unitDays`: looking one up is cheaper than working it out. */
export function createGapLogarithms(longestDays: number, unitDays: number): Float64Array {
  return Float64Array.from({ length: longestDays + 1 }, (_, days) => Math.log(days / unitDays));
}
