import type { LogNormalPrior } from './log-normal-prior.ts';

/** One standard deviation of the belief is a factor of e¹·⁵ = 4.5 either way. */
const deviation = 1.5;

/**
 * What is believed where neither the data nor an agency's other stores say anything: that the parameters are of the order
 * of those with which fitting begins. These stand in the data's own time already.
 */
export function weakPrior(startingPoint: ArrayLike<number>): LogNormalPrior {
  const size = startingPoint.length;
  const precision = Array.from({ length: size * size }, () => 0);
  for (let k = 0; k < size; k += 1) precision[k * size + k] = 1 / deviation ** 2;
  return { mean: Array.from(startingPoint, Math.log), precision };
}
