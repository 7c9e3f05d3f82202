import type { Objective } from '../../../numeric/objective.ts';
import { distinctValues } from '../../histories/distinct-values.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { countingPart } from '../counting-part.ts';
import { tallyFrequencies } from '../frequency-tally.ts';
import { risingSums } from '../rising-sums.ts';
import { addStillOrLeft } from './add-still-or-left.ts';
import { gapTerm } from './gap-term.ts';
import { groupHistories } from '../../histories/group-histories.ts';

/**
 * The log-likelihood of MBG/CNBD-k over the logarithms of (r, α, a, b), with both derivatives. The beats are counted as an
 * NBD with kx in the place of x; survivals depend on x alone; what is left costs two exponential functions for each
 * different history.
 *
 * Source: Reutterer, Platzer & Schröder (2021), "Leveraging purchase regularity for predicting customer behavior the easy
 * way", International Journal of Research in Marketing 38(1), the likelihood; the derivatives are our own.
 */
export function mbgCnbdKLogLikelihood(k: number, histories: PurchaseHistories): Objective {
  const beats = histories.frequency.map((x) => k * x);
  const countBeats = countingPart(
    { ...histories, frequency: beats },
    tallyFrequencies(beats),
    distinctValues(histories.age),
  );
  const tally = tallyFrequencies(histories.frequency);
  const survivals = tally.frequency.map((x) => x + 1);
  const groups = groupHistories(histories);
  const gaps = gapTerm(k, histories);

  return (point) => {
    const [r, alpha, a, b] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!), Math.exp(point[3]!)];
    const gradient = new Float64Array(4);
    const hessian = new Float64Array(16);
    const counting = countBeats(r, alpha);
    gradient.set([counting.byR, counting.byAlpha]);
    hessian[0] = counting.byRR;
    hessian[4] = counting.byRAlpha;
    hessian[5] = counting.byAlphaAlpha;

    // ln B(a, b+x+1)/B(a, b)
    const stayed = risingSums(b, survivals, tally.count);
    const could = risingSums(a + b, survivals, tally.count);
    gradient[2] = -a * could.slope;
    gradient[3] = b * (stayed.slope - could.slope);
    hessian[10] = -a * could.slope - a * a * could.curvature;
    hessian[14] = -a * b * could.curvature;
    hessian[15] = b * (stayed.slope - could.slope) + b * b * (stayed.curvature - could.curvature);

    const mixture = addStillOrLeft(groups, k, [r, alpha, a, b], gradient, hessian);
    for (let row = 0; row < 4; row += 1) {
      for (let column = row + 1; column < 4; column += 1) hessian[row * 4 + column] = hessian[column * 4 + row]!;
    }
    return { value: counting.value + stayed.value - could.value + mixture + gaps, gradient, hessian };
  };
}
