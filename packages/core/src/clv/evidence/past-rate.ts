/**
 * What a customer will buy if they go on as they did: x / T for as long as the horizon. 0 at age 0, when nothing is known
 * of how they go on.
 *
 * @param duration the horizon, in the unit of the ages.
 * @example
 * ```ts
 * pastRate({ frequency: [4, 0], age: [20, 20] }, 10); // [2, 0]
 * ```
 */
export function pastRate(
  { frequency, age }: { readonly frequency: ArrayLike<number>; readonly age: ArrayLike<number> },
  duration: number,
): Float64Array {
  return Float64Array.from(frequency, (count, place) => {
    const observed = age[place] ?? 0;
    return observed > 0 ? (count / observed) * duration : 0;
  });
}
