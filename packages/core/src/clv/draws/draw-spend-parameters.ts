import type { Random } from '../../shared/random.ts';
import type { SpendFit, SpendParameters } from '../spend/spend-fit.ts';
import { drawNormalApproximation } from './draw-posterior.ts';

/**
 * Possible parameters of a store's spend, given its data. The draws are normal in ln p, ln(q − 1) and ln γ: the mean of what
 * a new customer spends, pγ/(q − 1), is finite in each of them, as it is in the fit.
 */
export function drawSpendParameters(
  { p, q, gamma, logCovariance }: Pick<SpendFit, 'p' | 'q' | 'gamma' | 'logCovariance'>,
  count: number,
  random: Random,
): SpendParameters[] {
  // d ln(q − 1) = q/(q − 1) · d ln q
  const scale = [1, q / (q - 1), 1];
  const peak = {
    point: [p, q - 1, gamma].map(Math.log),
    covariance: logCovariance.map((each, cell) => each * scale[Math.floor(cell / 3)]! * scale[cell % 3]!),
  };
  return drawNormalApproximation(peak, count, random).map((point) => {
    const [drawnP, excess, drawnGamma] = point.map(Math.exp);
    return { p: drawnP!, q: 1 + excess!, gamma: gamma === 0 ? 0 : drawnGamma! };
  });
}
