import type { Objective } from '../../numeric/objective.ts';
import type { LogNormalPrior } from './log-normal-prior.ts';

/** A log-likelihood plus the logarithm of the prior's density (but for a constant): the posterior's, by log-parameters. */
export function addPrior(objective: Objective, { mean, precision }: LogNormalPrior): Objective {
  const size = mean.length;
  return (point) => {
    const { value, gradient, hessian } = objective(point);
    const pull = Float64Array.from(mean, (_, row) => {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum -= precision[row * size + k]! * (point[k]! - mean[k]!);
      return sum;
    });
    const distance = pull.reduce((sum, each, row) => sum + each * (point[row]! - mean[row]!), 0);
    return {
      value: value + distance / 2,
      gradient: gradient.map((each, row) => each + pull[row]!),
      hessian: hessian.map((each, place) => each - precision[place]!),
    };
  };
}
