import type { Objective } from '../../../numeric/objective.ts';
import { distinctValues } from '../../histories/distinct-values.ts';
import type { PurchaseHistories } from '../../histories/purchase-histories.ts';
import { countingPart } from '../counting-part.ts';
import { tallyFrequencies } from '../../histories/frequency-tally.ts';
import { joinParts } from '../join-parts.ts';
import { leavingPart } from './leaving-part.ts';
import { stayingPart } from '../staying-part.ts';

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
    return joinParts(leavingAt(r, alpha, a, b), countingAt(r, alpha), stayingPart(tally, firstChances, [a, b]));
  };
}
