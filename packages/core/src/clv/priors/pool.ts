import { cholesky } from '../../numeric/cholesky.ts';
import { solveByCholesky } from '../../numeric/solve-by-cholesky.ts';
import type { LogNormalPrior } from '../fitting/log-normal-prior.ts';
import { toPrecision } from './to-precision.ts';

/** What a store's own data say of the logarithms of its parameters. */
export interface StoreBelief {
  readonly mean: readonly number[];
  readonly covariance: readonly number[];
}

/** What is known of any store counts as much as this many stores, for the mean and for the covariance. */
const storesForMean = 1;
const storesForCovariance = 6;
const rounds = 40;

/**
 * The normal law from which stores' parameters seem to come, when each is known only as well as its data tell: the most
 * likely one, by expectation and maximisation, with what is known of any store as a conjugate prior.
 *
 * Source: A. Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., §5.4, §3.6 and §13.4.
 */
export function pool(stores: readonly StoreBelief[], usual: LogNormalPrior): LogNormalPrior {
  const size = usual.mean.length;
  const usualCovariance = toPrecision(usual.precision, size);
  const own = stores.map(({ mean, covariance }) => ({ mean, precision: toPrecision(jitter(covariance, size), size) }));
  let mean = [...usual.mean];
  let precision = [...usual.precision];
  for (let round = 0; round < rounds; round += 1) {
    const updated = own.map((store) => update(store, { mean, precision }));
    mean = usual.mean.map(
      (value, place) =>
        (storesForMean * value + updated.reduce((sum, store) => sum + store.mean[place]!, 0)) /
        (storesForMean + stores.length),
    );
    const scatter = usualCovariance.map((value) => storesForCovariance * value);
    for (const store of [{ mean: usual.mean, covariance: null }, ...updated]) {
      for (let cell = 0; cell < scatter.length; cell += 1) {
        const [row, column] = [Math.floor(cell / size), cell % size];
        const distance = (store.mean[row]! - mean[row]!) * (store.mean[column]! - mean[column]!);
        scatter[cell]! += distance + (store.covariance?.[cell] ?? 0);
      }
    }
    precision = toPrecision(
      scatter.map((value) => value / (storesForCovariance + stores.length)),
      size,
    );
  }
  return { mean, precision };
}

/** What is known of a store's parameters once it is known where stores come from. */
function update(
  store: { readonly mean: readonly number[]; readonly precision: readonly number[] },
  law: LogNormalPrior,
) {
  const size = law.mean.length;
  const precision = store.precision.map((value, cell) => value + law.precision[cell]!);
  const pull = law.mean.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < size; column += 1) {
      const cell = row * size + column;
      sum += store.precision[cell]! * store.mean[column]! + law.precision[cell]! * law.mean[column]!;
    }
    return sum;
  });
  const factor = cholesky(precision, size);
  if (factor === null) throw new RangeError('A precision matrix is positive definite.');
  return { mean: [...solveByCholesky(factor, pull)], covariance: toPrecision(precision, size) };
}

/** A covariance that rounding has made flat in a direction is given the least width. */
function jitter(covariance: readonly number[], size: number): number[] {
  return covariance.map((value, cell) =>
    Math.floor(cell / size) === cell % size ? value * (1 + 1e-9) + 1e-12 : value,
  );
}
