import type { FrequencyTally } from '../histories/frequency-tally.ts';
import { digamma } from '../../numeric/digamma.ts';
import { logBeta } from '../../numeric/log-beta.ts';
import { trigamma } from '../../numeric/trigamma.ts';

/** With derivatives by (ln a, ln b). */
export interface StayingPart {
  readonly value: number;
  readonly byA: number;
  readonly byB: number;
  readonly byAA: number;
  readonly byAB: number;
  readonly byBB: number;
}

/** From here on the functions are cheaper than the sums. */
const longStretch = 32;

/**
 * The part B(a, b + m)/B(a, b) of a log-likelihood, over all customers: that they stayed on m = x + firstChances times. As a
 * running sum of ln((b + j)/(a + b + j)) over j < m it needs no function but where nobody's m lies for long.
 *
 * Source: Fader, Hardie & Lee (2005), equation 6.
 */
export function stayingPart(
  tally: FrequencyTally,
  firstChances: 0 | 1,
  [a, b]: readonly [number, number],
): StayingPart {
  let above = tally.count.reduce((sum, count) => sum + count, 0);
  let [value, slopeA, slopeB, curveA, curveB] = [0, 0, 0, 0, 0];
  let from = 0;
  for (let k = 0; k < tally.frequency.length; k += 1) {
    const to = tally.frequency[k]! + firstChances;
    if (to - from > longStretch) {
      const growth = (f: (s: number) => number, s: number) => f(s + to) - f(s + from);
      value += above * (logBeta(a, b + to) - logBeta(a, b + from));
      slopeA -= above * growth(digamma, a + b);
      slopeB += above * (growth(digamma, b) - growth(digamma, a + b));
      curveA -= above * growth(trigamma, a + b);
      curveB += above * (growth(trigamma, b) - growth(trigamma, a + b));
    } else {
      for (let j = from; j < to; j += 1) {
        const sum = 1 / (a + b + j);
        const part = 1 / (b + j);
        value -= above * Math.log1p(a * part);
        slopeA -= above * sum;
        slopeB += above * a * part * sum;
        curveA += above * sum * sum;
        curveB -= above * a * part * sum * (part + sum);
      }
    }
    above -= tally.count[k]!;
    from = to;
  }
  return {
    value,
    byA: a * slopeA,
    byB: b * slopeB,
    byAA: a * slopeA + a * a * curveA,
    byAB: a * b * curveA,
    byBB: b * slopeB + b * b * curveB,
  };
}
