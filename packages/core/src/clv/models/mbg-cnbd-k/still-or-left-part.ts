import type { ObjectiveValue } from '../../../numeric/objective.ts';
import type { HistoryGroups } from '../../histories/group-histories.ts';

/**
 * Σ count·ln( S + a/(b+x)·((α+T)/(α+t_x))^(r+kx) ): that the customer is still there, S being the chance of no further
 * purchase since t_x, or has left at t_x. S = Σ_{j<k} (r+kx)_j/j!·zʲ with z = (T−t_x)/(α+T), one term per stage of the
 * gap that runs. With the derivatives by the parameters' logarithms.
 */
export function stillOrLeftPart(
  groups: HistoryGroups,
  k: number,
  [r, alpha, a, b]: readonly [number, number, number, number],
): ObjectiveValue {
  const logA = Math.log(a);
  let value = 0;
  let [gr, gy, ga, gb] = [0, 0, 0, 0];
  let [rr, yr, yy, ar, ay, aa, br, by, ba, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  const { size, frequency, recency, age, count } = groups;
  for (let index = 0; index < size; index += 1) {
    const x = frequency[index]!;
    const weight = count[index]!;
    const shape = r + k * x;
    const ageSum = alpha + age[index]!;
    const recencySum = alpha + recency[index]!;
    const gap = age[index]! - recency[index]!;

    // ln S and its derivatives by ln r and y = ln α.
    let log = 0;
    let lr = 0;
    let ly = 0;
    let lrr = 0;
    let lry = 0;
    let lyy = 0;
    if (k > 1) {
      const z = gap / ageSum;
      const c = alpha / ageSum;
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
      log = Math.log(sum);
      lr = (r * sumFirst) / sum;
      ly = (-c * sumJ) / sum;
      lrr = (r * r * sumSecond) / sum + lr - lr * lr;
      lry = (-c * r * sumJFirst) / sum - lr * ly;
      lyy = (c * c * sumJJ) / sum + (1 - c) * ly - ly * ly;
    }

    // The odds of having left, and their derivatives.
    const leftShare = b / (b + x);
    const logRatio = Math.log1p(gap / recencySum);
    const logOdds = logA - Math.log(b + x) + shape * logRatio - log;
    const ratioY = (-alpha * gap) / ageSum / recencySum;
    const ratioYY = ratioY * (1 - alpha / ageSum - alpha / recencySum);
    const dr = r * logRatio - lr;
    const dy = shape * ratioY - ly;
    const tail = Math.exp(-Math.abs(logOdds));
    const left = (logOdds > 0 ? 1 : tail) / (1 + tail);
    const spread = weight * (tail / (1 + tail) / (1 + tail));
    const share = weight * left;

    value += weight * (log + Math.max(0, logOdds) + Math.log1p(tail));
    gr += weight * lr + share * dr;
    gy += weight * ly + share * dy;
    ga += share;
    gb -= share * leftShare;
    rr += weight * lrr + share * (r * logRatio - lrr) + spread * dr * dr;
    yr += weight * lry + share * (r * ratioY - lry) + spread * dr * dy;
    yy += weight * lyy + share * (shape * ratioYY - lyy) + spread * dy * dy;
    ar += spread * dr;
    ay += spread * dy;
    aa += spread;
    br -= spread * leftShare * dr;
    by -= spread * leftShare * dy;
    ba -= spread * leftShare;
    bb += spread * leftShare * leftShare - share * leftShare * (1 - leftShare);
  }
  return {
    value,
    gradient: Float64Array.of(gr, gy, ga, gb),
    hessian: Float64Array.of(rr, yr, ar, br, yr, yy, ay, by, ar, ay, aa, ba, br, by, ba, bb),
  };
}
