/**
 * The polynomial through all the points, of which none has the place of another. Places that lie closer together toward
 * both ends, as Chebyshev's do, keep it from swinging between them.
 *
 * Source: Berrut & Trefethen (2004), "Barycentric Lagrange Interpolation", eq. 4.2.
 *
 * @example
 * ```ts
 * const square = interpolate([0, 1, 3], [0, 1, 9]);
 * square(2); // 4
 * ```
 */
export function interpolate(places: readonly number[], values: readonly number[]): (place: number) => number {
  const [from = 0, to = 1] = [places[0], places.at(-1)];
  // Distances near 1 keep the products from vanishing: a fourth of the span is an interval's capacity.
  const scale = Math.abs(to - from) / 4 || 1;
  const weights = places.map((each) =>
    places.reduce((product, other) => (other === each ? product : (product * scale) / (each - other)), 1),
  );
  return (place) => {
    let above = 0;
    let below = 0;
    for (const [index, weight] of weights.entries()) {
      const distance = place - places[index]!;
      if (distance === 0) return values[index]!;
      above += (weight / distance) * values[index]!;
      below += weight / distance;
    }
    return above / below;
  };
}
