import { distinctValues, type DistinctValues } from '../../histories/distinct-values.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import type { FrequencyTally } from '../../histories/frequency-tally.ts';
import { addSilences, type LogTimes, type Silences } from './add-silences.ts';
import { addSilencesOfNewcomers } from './add-silences-of-newcomers.ts';
import { orderByFrequency } from './order-by-frequency.ts';

/** Derivatives stand by (ln r, ln α, ln a, ln b). */
export interface LeavingPart {
  readonly value: number;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}

/**
 * The part ln(1 + e^η) of a log-likelihood, over all customers who could have left with their last purchase:
 * e^η = a/(b + m − 1) · ((α + T)/(α + t_x))^(r+x) is how much likelier it is that they did than that they are still there.
 * m = x + firstChances is how often they could have left.
 *
 * In the sums over customers of one frequency the customers differ by their times alone, so the derivatives are put
 * together once for each frequency, and logarithms of times are taken once for each time.
 *
 * Source: Fader, Hardie & Lee (2005), equation 6; Batislam, Denizel & Filiztekin (2007), equation 6.
 */
export function leavingPart(
  histories: PurchaseHistories,
  { tally, ages }: { readonly tally: FrequencyTally; readonly ages: DistinctValues },
  firstChances: 0 | 1,
): (r: number, alpha: number, a: number, b: number) => LeavingPart {
  const recencies = distinctValues(histories.recency);
  const customers = orderByFrequency(tally, ages.index, recencies.index);
  const newcomers = new Float64Array(ages.size);
  if (tally.frequency[0] === 0) {
    for (let place = 0; place < customers.start[1]!; place += 1) newcomers[customers.age[place]!]! += 1;
  }
  return (r, alpha, a, b) => {
    const times = { age: logTimes(ages.values, alpha), recency: logTimes(recencies.values, alpha) };
    let value = 0;
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    for (let group = 0; group < tally.frequency.length; group += 1) {
      const frequency = tally.frequency[group]!;
      const chances = frequency + firstChances;
      if (chances === 0) continue;
      const purchases = r + frequency;
      const odds = { purchases, logOdds: Math.log(a / (b + (chances - 1))) };
      const range = [customers.start[group]!, customers.start[group + 1]!] as const;
      const sums =
        frequency === 0
          ? addSilencesOfNewcomers(newcomers, { age: times.age, alpha }, odds)
          : addSilences(customers, range, times, odds);
      value += sums.value;
      addDerivatives(gradient, hessian, { sums, r, alpha, purchases, weight: b / (b + (chances - 1)) });
    }
    mirror(hessian);
    return { value, gradient, hessian };
  };
}

function logTimes(values: Float64Array, alpha: number): LogTimes {
  return { log: values.map((time) => Math.log(alpha + time)), inverse: values.map((time) => 1 / (alpha + time)) };
}

interface Group {
  readonly sums: Silences;
  readonly r: number;
  readonly alpha: number;
  readonly purchases: number;
  readonly weight: number;
}

/** η has the derivatives r·D, α(r + x)·E, 1 and −w by the four logarithms, w = b/(b + m − 1). */
function addDerivatives(gradient: Float64Array, hessian: Float64Array, group: Group): void {
  const { sums, r, alpha, purchases, weight } = group;
  const k = alpha * purchases;
  gradient[0]! += r * sums.d;
  gradient[1]! += k * sums.e;
  gradient[2]! += sums.one;
  gradient[3]! -= weight * sums.one;
  hessian[0]! += r * r * sums.dd + r * sums.d;
  hessian[1]! += r * k * sums.de + r * alpha * sums.e;
  hessian[2]! += r * sums.spreadD;
  hessian[3]! -= weight * r * sums.spreadD;
  hessian[5]! += k * k * sums.ee + k * sums.e - k * alpha * sums.f;
  hessian[6]! += k * sums.spreadE;
  hessian[7]! -= weight * k * sums.spreadE;
  hessian[10]! += sums.spread;
  hessian[11]! -= weight * sums.spread;
  hessian[15]! += weight * weight * sums.spread - weight * (1 - weight) * sums.one;
}

/** The lower triangle from the upper one. */
function mirror(hessian: Float64Array): void {
  for (let row = 1; row < 4; row += 1) {
    for (let column = 0; column < row; column += 1) hessian[row * 4 + column] = hessian[column * 4 + row]!;
  }
}
