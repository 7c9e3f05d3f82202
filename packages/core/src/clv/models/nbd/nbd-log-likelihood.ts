import type { Objective } from '../../../numeric/objective.ts';
import { distinctValues } from '../../histories/distinct-values.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { countingPart } from '../counting-part.ts';
import { tallyFrequencies } from '../../histories/frequency-tally.ts';

/** The log-likelihood of the NBD by (ln r, ln α). */
export function nbdLogLikelihood(histories: PurchaseHistories): Objective {
  const counting = countingPart(histories, tallyFrequencies(histories.frequency), distinctValues(histories.age));
  return ([logR = 0, logAlpha = 0]) => {
    const part = counting(Math.exp(logR), Math.exp(logAlpha));
    return {
      value: part.value,
      gradient: Float64Array.of(part.byR, part.byAlpha),
      hessian: Float64Array.of(part.byRR, part.byRAlpha, part.byRAlpha, part.byAlphaAlpha),
    };
  };
}
