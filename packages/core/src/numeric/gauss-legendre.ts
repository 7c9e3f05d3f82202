/** Where to look at a function, and how much each look counts. */
export interface Quadrature {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss–Legendre quadrature on [0, 1]: exact for polynomials of degree below 2 × size.
 *
 * @param size at least 1.
 * Source: W. H. Press et al., Numerical Recipes, 3rd ed., §4.6.1.
 * @example
 * ```ts
 * const { nodes, weights } = gaussLegendre(2);
 * nodes.reduce((sum, node, i) => sum + weights[i]! * node ** 3, 0); // 0.25
 * ```
 */
export function gaussLegendre(size: number): Quadrature {
  const nodes = new Float64Array(size);
  const weights = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    let x = Math.cos((Math.PI * (index + 0.75)) / (size + 0.5));
    let slope = 1;
    for (let step = 0; step < 8; step += 1) {
      let [previous, value] = [0, 1];
      for (let degree = 1; degree <= size; degree += 1) {
        [previous, value] = [value, ((2 * degree - 1) * x * value - (degree - 1) * previous) / degree];
      }
      slope = (size * (x * value - previous)) / (x * x - 1);
      x -= value / slope;
    }
    nodes[index] = (1 - x) / 2;
    weights[index] = 1 / ((1 - x * x) * slope * slope);
  }
  return { nodes, weights };
}
