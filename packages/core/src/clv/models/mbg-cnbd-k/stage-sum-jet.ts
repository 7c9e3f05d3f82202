/** A value, its derivatives by ln r and ln α, and the second ones by (r, r), (r, α) and (α, α). */
export const sizeOfJet = 6;

/**
 * ln S, S = Σ_{j<k} (s)_j/j!·zʲ, with its derivatives by ln r and ln α, of which s = r + kx and z = (T−t_x)/(α+T) are made.
 *
 * @param c α/(α+T).
 * @param jet where they are put.
 */
export function stageSumJet(
  { k, shape, r }: { readonly k: number; readonly shape: number; readonly r: number },
  z: number,
  c: number,
  jet: Float64Array,
): void {
  let term = 1;
  let first = 0;
  let second = 0;
  let sum = 1;
  let sumFirst = 0;
  let sumSecond = 0;
  let sumJ = 0;
  let sumJJ = 0;
  let sumJFirst = 0;
  for (let j = 1; j < k; j += 1) {
    const step = z / j;
    const factor = (shape + j - 1) * step;
    second = second * factor + 2 * first * step;
    first = first * factor + term * step;
    term *= factor;
    sum += term;
    sumFirst += first;
    sumSecond += second;
    sumJ += j * term;
    sumJJ += j * j * term;
    sumJFirst += j * first;
  }
  const byR = (r * sumFirst) / sum;
  const byAlpha = (-c * sumJ) / sum;
  jet[0] = Math.log(sum);
  jet[1] = byR;
  jet[2] = byAlpha;
  jet[3] = (r * r * sumSecond) / sum + byR - byR * byR;
  jet[4] = (-c * r * sumJFirst) / sum - byR * byAlpha;
  jet[5] = (c * c * sumJJ) / sum + (1 - c) * byAlpha - byAlpha * byAlpha;
}
