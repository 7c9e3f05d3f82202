import type { Objective } from '../../../numeric/objective.ts';
import { distinctValues } from '../../histories/distinct-values.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { countingPart } from '../counting-part.ts';
import { tallyFrequencies } from '../frequency-tally.ts';
import { leavingPart } from './leaving-part.ts';
import { stayingPart } from './staying-part.ts';

/**
 * The log-likelihood of BG/NBD (firstChances 0) and MBG/NBD (1) by (ln r, ln α, ln a, ln b), in its three parts: purchases
 * counted, drop-outs that did not happen, and one that may have happened with the last purchase.
 *
 * Source: Fader, Hardie & Lee (2005), equation 6; Batislam, Denizel & Filiztekin (2007), equation 6.
 */
export function betaGeometricLogLikelihood(histories: PurchaseHistories, firstChances: 0 | 1): Objective {
  const tally = tallyFrequencies(histories.frequency);
  const ages = distinctValues(histories.age);
  const countingAt = countingPart(histories, tally, ages);
  const leavingAt = leavingPart(histories, { tally, ages }, firstChances);
  return (point) => {
    const [r, alpha, a, b] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!), Math.exp(point[3]!)];
    const counting = countingAt(r, alpha);
    const staying = stayingPart(tally, firstChances, [a, b]);
    const { value, gradient, hessian } = leavingAt(r, alpha, a, b);
    gradient[0]! += counting.byR;
    gradient[1]! += counting.byAlpha;
    gradient[2]! += staying.byA;
    gradient[3]! += staying.byB;
    hessian[0]! += counting.byRR;
    hessian[1]! += counting.byRAlpha;
    hessian[4]! += counting.byRAlpha;
    hessian[5]! += counting.byAlphaAlpha;
    hessian[10]! += staying.byAA;
    hessian[11]! += staying.byAB;
    hessian[14]! += staying.byAB;
    hessian[15]! += staying.byBB;
    return { value: value + counting.value + staying.value, gradient, hessian };
  };
}
