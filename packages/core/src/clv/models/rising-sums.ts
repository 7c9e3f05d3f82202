import { digamma } from '../../numeric/digamma.ts';
import { logGamma } from '../../numeric/log-gamma.ts';
import { trigamma } from '../../numeric/trigamma.ts';

/** A sum over customers of ln Γ(s + x) − ln Γ(s), with its first and second derivative by s. */
export interface RisingSums {
  readonly value: number;
  readonly slope: number;
  readonly curvature: number;
}

/** From here on the functions are cheaper than the sums. */
const longStretch = 32;

/**
 * Σ count·[ln Γ(s + x) − ln Γ(s)] with its derivatives, as the running sum of ln(s + j) over j < x: no function is worked
 * out but where nobody's x lies for long.
 *
 * @param s > 0
 * @param steps x, ascending whole numbers ≥ 0.
 * @param count how many customers have each.
 * @example risingSums(1, [2, 3], [1, 1]).value // ln 2! + ln 3!
 */
export function risingSums(s: number, steps: ArrayLike<number>, count: ArrayLike<number>): RisingSums {
  let above = 0;
  for (let k = 0; k < steps.length; k += 1) above += count[k]!;
  let [value, slope, curvature] = [0, 0, 0];
  let from = 0;
  for (let k = 0; k < steps.length; k += 1) {
    const to = steps[k]!;
    if (to - from > longStretch) {
      value += above * (logGamma(s + to) - logGamma(s + from));
      slope += above * (digamma(s + to) - digamma(s + from));
      curvature += above * (trigamma(s + to) - trigamma(s + from));
    } else {
      for (let j = from; j < to; j += 1) {
        const inverse = 1 / (s + j);
        value += above * Math.log(s + j);
        slope += above * inverse;
        curvature -= above * inverse * inverse;
      }
    }
    above -= count[k]!;
    from = to;
  }
  return { value, slope, curvature };
}
