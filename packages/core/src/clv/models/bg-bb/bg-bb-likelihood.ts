import type { Objective } from '../../../numeric/objective.ts';
import { groupHistories, type HistoryGroups } from '../../histories/group-histories.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { type RisingTable, toRisingTable } from './rising-table.ts';
import { toOpportunities } from './to-opportunities.ts';

/**
 * The log-likelihood of BG/BB over the logarithms of (α, β, γ, δ), with both derivatives: for each different history, that
 * the customer is still there at the last opportunity, or left after the m-th, t_x ≤ m < n. The terms fall with m, and are
 * summed up to where they no longer count.
 *
 * Source: Fader, Hardie & Shang (2010), "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing
 * Science 29(6), the likelihood; the derivatives are our own.
 */
export function bgBbLogLikelihood(histories: PurchaseHistories): Objective {
  const groups = groupHistories(toColumns(histories));
  const size = groups.age.reduce((most, total) => Math.max(most, total), 0) + 1;
  return (point) => {
    const [alpha, beta, gamma, delta] = [
      Math.exp(point[0]!),
      Math.exp(point[1]!),
      Math.exp(point[2]!),
      Math.exp(point[3]!),
    ];
    const tables: Tables = {
      bought: toRisingTable(alpha, size),
      passed: toRisingTable(beta, size),
      asked: toRisingTable(alpha + beta, size),
      stayed: toRisingTable(delta, size),
      could: toRisingTable(gamma + delta, size),
      gamma,
    };
    const sums = new Float64Array(15);
    for (let group = 0; group < groups.size; group += 1) addGroup(groups, group, tables, sums);
    return toLogScale(sums, [alpha, beta, gamma, delta]);
  };
}

interface Tables {
  readonly bought: RisingTable;
  readonly passed: RisingTable;
  readonly asked: RisingTable;
  readonly stayed: RisingTable;
  readonly could: RisingTable;
  readonly gamma: number;
}

function toColumns({ size, frequency, recency, age }: PurchaseHistories) {
  const columns = { frequency: new Float64Array(size), recency: new Float64Array(size), age: new Float64Array(size) };
  for (let row = 0; row < size; row += 1) {
    const { bought, last, total } = toOpportunities({
      frequency: frequency[row]!,
      recency: recency[row]!,
      age: age[row]!,
    });
    columns.frequency[row] = bought;
    columns.recency[row] = last;
    columns.age[row] = total;
  }
  return columns;
}

/** Adds the value, the gradient and the lower triangle of the Hessian, row by row, by the parameters themselves. */
function addGroup(groups: HistoryGroups, group: number, tables: Tables, sums: Float64Array): void {
  const { bought, passed, asked, stayed, could, gamma } = tables;
  const x = groups.frequency[group]!;
  const last = groups.recency[group]!;
  const total = groups.age[group]!;
  const weight = groups.count[group]!;
  const logGamma = Math.log(gamma);
  const leftAt = (m: number) =>
    passed.value[m - x]! - asked.value[m]! + logGamma + stayed.value[m]! - could.value[m + 1]!;
  const still = passed.value[total - x]! - asked.value[total]! + stayed.value[total]! - could.value[total]!;
  const reference = last < total ? Math.max(still, leftAt(last)) : still;

  let mass = 0;
  // Means over the terms: of the slopes by α, β, γ, δ, and of slope·slope + curvature.
  let [ga, gb, gc, gd] = [0, 0, 0, 0];
  let [aa, ba, bb, ca, cb, cc, da, db, dc, dd] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let m = last; m <= total; m += 1) {
    const isStill = m === total;
    const term = Math.exp((isStill ? still : leftAt(m)) - reference);
    const leaving = isStill ? m : m + 1;
    const [askedSlope, couldSlope] = [asked.slope[m]!, could.slope[leaving]!];
    const [askedCurvature, couldCurvature] = [asked.curvature[m]!, could.curvature[leaving]!];
    const a = bought.slope[x]! - askedSlope;
    const b = passed.slope[m - x]! - askedSlope;
    const c = (isStill ? 0 : 1 / gamma) - couldSlope;
    const d = stayed.slope[m]! - couldSlope;
    mass += term;
    ga += term * a;
    gb += term * b;
    gc += term * c;
    gd += term * d;
    aa += term * (a * a + bought.curvature[x]! - askedCurvature);
    ba += term * (b * a - askedCurvature);
    bb += term * (b * b + passed.curvature[m - x]! - askedCurvature);
    ca += term * c * a;
    cb += term * c * b;
    cc += term * (c * c - (isStill ? 0 : 1 / (gamma * gamma)) - couldCurvature);
    da += term * d * a;
    db += term * d * b;
    dc += term * (d * c - couldCurvature);
    dd += term * (d * d + stayed.curvature[m]! - couldCurvature);
    if (!isStill && term * (total - m) < 1e-18 * mass) m = total - 1;
  }
  ga /= mass;
  gb /= mass;
  gc /= mass;
  gd /= mass;
  sums[0]! += weight * (bought.value[x]! + reference + Math.log(mass));
  sums[1]! += weight * ga;
  sums[2]! += weight * gb;
  sums[3]! += weight * gc;
  sums[4]! += weight * gd;
  sums[5]! += weight * (aa / mass - ga * ga);
  sums[6]! += weight * (ba / mass - gb * ga);
  sums[7]! += weight * (bb / mass - gb * gb);
  sums[8]! += weight * (ca / mass - gc * ga);
  sums[9]! += weight * (cb / mass - gc * gb);
  sums[10]! += weight * (cc / mass - gc * gc);
  sums[11]! += weight * (da / mass - gd * ga);
  sums[12]! += weight * (db / mass - gd * gb);
  sums[13]! += weight * (dc / mass - gd * gc);
  sums[14]! += weight * (dd / mass - gd * gd);
}

function toLogScale(sums: Float64Array, parameters: readonly number[]) {
  const gradient = Float64Array.from(parameters, (value, row) => value * sums[row + 1]!);
  const hessian = new Float64Array(16);
  let place = 5;
  for (let row = 0; row < 4; row += 1) {
    for (let column = 0; column <= row; column += 1) {
      const curvature = parameters[row]! * parameters[column]! * sums[place]!;
      hessian[row * 4 + column] = curvature + (row === column ? gradient[row]! : 0);
      hessian[column * 4 + row] = hessian[row * 4 + column]!;
      place += 1;
    }
  }
  return { value: sums[0]!, gradient, hessian };
}
