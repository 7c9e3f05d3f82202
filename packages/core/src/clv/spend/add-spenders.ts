export interface SpenderSums {
  /** Σ ln(1 + y/γ) */
  readonly log: number;
  /** Σ 1/(γ + y) */
  readonly inverse: number;
  /** Σ 1/(γ + y)² */
  readonly square: number;
}

/** Over the customers from one place to another, y what each spent in all; a logarithm for every few dozen of them. */
export function addSpenders(total: Float64Array, [from, to]: readonly [number, number], gamma: number): SpenderSums {
  let [log, product, inverse, square] = [0, 1, 0, 0];
  for (let place = from; place < to; place += 1) {
    const sum = gamma + total[place]!;
    const reciprocal = 1 / sum;
    inverse += reciprocal;
    square += reciprocal * reciprocal;
    product *= sum / gamma;
    if (product > 1e150) {
      log += Math.log(product);
      product = 1;
    }
  }
  return { log: log + Math.log(product), inverse, square };
}
