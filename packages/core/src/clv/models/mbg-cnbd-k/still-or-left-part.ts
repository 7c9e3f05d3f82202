import type { ObjectiveValue } from '../../../numeric/objective.ts';
import type { HistoryGroups } from '../../histories/group-histories.ts';
import { stageSumJet, sizeOfJet } from './stage-sum-jet.ts';

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
  const parameters = { k, r, alpha, a, b };
  const sums = new Float64Array(15);
  const jet = new Float64Array(sizeOfJet);
  // A function of its own for each group: a short one that is called often is soon compiled, a long loop is not.
  for (let index = 0; index < groups.size; index += 1) addGroup(sums, groups, index, parameters, jet);
  const [value, gr, gy, ga, gb, rr, yr, yy, ar, ay, aa, br, by, ba, bb] = sums;
  return {
    value: value!,
    gradient: Float64Array.of(gr!, gy!, ga!, gb!),
    hessian: Float64Array.of(rr!, yr!, ar!, br!, yr!, yy!, ay!, by!, ar!, ay!, aa!, ba!, br!, by!, ba!, bb!),
  };
}

interface Parameters {
  readonly k: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** Adds to the value, to the gradient, and to the lower triangle of the Hessian row by row. */
function addGroup(
  sums: Float64Array,
  { frequency, recency, age, count }: HistoryGroups,
  index: number,
  { k, r, alpha, a, b }: Parameters,
  jet: Float64Array,
): void {
  const x = frequency[index]!;
  const weight = count[index]!;
  const shape = r + k * x;
  const ageSum = alpha + age[index]!;
  const recencySum = alpha + recency[index]!;
  const gap = age[index]! - recency[index]!;
  stageSumJet({ k, shape, r }, gap / ageSum, alpha / ageSum, jet);
  const log = jet[0]!;
  const lr = jet[1]!;
  const ly = jet[2]!;

  // The odds of having left, and their derivatives.
  const leftShare = b / (b + x);
  const logRatio = Math.log1p(gap / recencySum);
  const logOdds = Math.log(a) - Math.log(b + x) + shape * logRatio - log;
  const ratioY = (-alpha * gap) / ageSum / recencySum;
  const ratioYY = ratioY * (1 - alpha / ageSum - alpha / recencySum);
  const dr = r * logRatio - lr;
  const dy = shape * ratioY - ly;
  const tail = Math.exp(-Math.abs(logOdds));
  const left = (logOdds > 0 ? 1 : tail) / (1 + tail);
  const spread = weight * (tail / (1 + tail) / (1 + tail));
  const share = weight * left;

  sums[0]! += weight * (log + Math.max(0, logOdds) + Math.log1p(tail));
  sums[1]! += weight * lr + share * dr;
  sums[2]! += weight * ly + share * dy;
  sums[3]! += share;
  sums[4]! -= share * leftShare;
  sums[5]! += weight * jet[3]! + share * (r * logRatio - jet[3]!) + spread * dr * dr;
  sums[6]! += weight * jet[4]! + share * (r * ratioY - jet[4]!) + spread * dr * dy;
  sums[7]! += weight * jet[5]! + share * (shape * ratioYY - jet[5]!) + spread * dy * dy;
  sums[8]! += spread * dr;
  sums[9]! += spread * dy;
  sums[10]! += spread;
  sums[11]! -= spread * leftShare * dr;
  sums[12]! -= spread * leftShare * dy;
  sums[13]! -= spread * leftShare;
  sums[14]! += spread * leftShare * leftShare - share * leftShare * (1 - leftShare);
}
