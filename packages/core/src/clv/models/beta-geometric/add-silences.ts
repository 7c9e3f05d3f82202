import type { OrderedCustomers } from './order-by-frequency.ts';

/**
 * Sums over customers of one frequency, with D = ln(α+T) − ln(α+t_x), E = 1/(α+T) − 1/(α+t_x), F = 1/(α+T)² − 1/(α+t_x)²,
 * the chance σ that the customer has left, and its spread σ(1 − σ).
 */
export interface Silences {
  /** Σ ln(1 + e^η) */
  value: number;
  /** Σ σ, Σ σD, Σ σE, Σ σF */
  one: number;
  d: number;
  e: number;
  f: number;
  /** Σ σ(1−σ) times 1, D, E, D², DE, E² */
  spread: number;
  spreadD: number;
  spreadE: number;
  dd: number;
  de: number;
  ee: number;
}

/** ln(α + t) and 1/(α + t) of each different time. */
export interface LogTimes {
  readonly log: Float64Array;
  readonly inverse: Float64Array;
}

/** η = logOdds + (r + x)·D. */
export interface Odds {
  readonly logOdds: number;
  readonly purchases: number;
}

/** For the customers from one place to another. One exponential and one division each; a logarithm for every few hundred. */
export function addSilences(
  customers: OrderedCustomers,
  [from, to]: readonly [number, number],
  times: { readonly age: LogTimes; readonly recency: LogTimes },
  { logOdds, purchases }: Odds,
): Silences {
  const { age, recency } = customers;
  const { log: ageLog, inverse: ageInverse } = times.age;
  const { log: recencyLog, inverse: recencyInverse } = times.recency;
  let [value, product] = [0, 1];
  let [one, d, e, f] = [0, 0, 0, 0];
  let [spread, spreadD, spreadE, dd, de, ee] = [0, 0, 0, 0, 0, 0];
  for (let place = from; place < to; place += 1) {
    const last = recency[place]!;
    const now = age[place]!;
    const ratio = ageLog[now]! - recencyLog[last]!;
    const sum = ageInverse[now]! + recencyInverse[last]!;
    const slope = ageInverse[now]! - recencyInverse[last]!;
    const odds = logOdds + purchases * ratio;
    const small = Math.exp(odds > 0 ? -odds : odds);
    const share = 1 / (1 + small);
    // ln(1 + e^η) is η + ln(1 + e^−η): what is multiplied up lies between 1 and 2.
    product *= 1 + small;
    let gone = small * share;
    if (odds > 0) {
      gone = share;
      value += odds;
    }
    if (product > 1e290) {
      value += Math.log(product);
      product = 1;
    }
    const width = small * share * share;
    one += gone;
    d += gone * ratio;
    e += gone * slope;
    f += gone * slope * sum;
    spread += width;
    const widthRatio = width * ratio;
    const widthSlope = width * slope;
    spreadD += widthRatio;
    spreadE += widthSlope;
    dd += widthRatio * ratio;
    de += widthRatio * slope;
    ee += widthSlope * slope;
  }
  value += Math.log(product);
  return { value, one, d, e, f, spread, spreadD, spreadE, dd, de, ee };
}
