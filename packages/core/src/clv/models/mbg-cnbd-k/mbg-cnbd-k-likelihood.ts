import type { Objective } from '../../../numeric/objective.ts';
import { distinctValues } from '../../histories/distinct-values.ts';
import { groupHistories } from '../../histories/group-histories.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { countingPart } from '../counting-part.ts';
import { tallyFrequencies } from '../../histories/frequency-tally.ts';
import { joinParts } from '../join-parts.ts';
import { stayingPart } from '../staying-part.ts';
import { gapTerm } from './gap-term.ts';
import { stillOrLeftPart } from './still-or-left-part.ts';

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
  const groups = groupHistories(histories);
  const gaps = gapTerm(k, histories);

  return (point) => {
    const [r, alpha, a, b] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!), Math.exp(point[3]!)];
    const mixed = stillOrLeftPart(groups, k, [r, alpha, a, b]);
    const joined = joinParts(mixed, countBeats(r, alpha), stayingPart(tally, 1, [a, b]));
    return { ...joined, value: joined.value + gaps };
  };
}
