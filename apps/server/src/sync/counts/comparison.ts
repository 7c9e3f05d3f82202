import type { CurrencyCode } from '@regulars/core/shared';
import type { OrderPair } from '../../customers/door.ts';

/** What comparing orders one by one has come to so far. */
export interface Comparison {
  readonly compared: number;
  readonly missing: number;
  readonly different: number;
  /** What they came to, refunds taken off, in the store's currency. */
  readonly sumHereMinor: number;
  readonly sumThereMinor: number;
}

export const nothingCompared: Comparison = { compared: 0, missing: 0, different: 0, sumHereMinor: 0, sumThereMinor: 0 };

/** Goes on with more orders. What is known later here than there says nothing, and is left out. */
export function addPairs(before: Comparison, pairs: readonly OrderPair[], currency: CurrencyCode): Comparison {
  const sums = { ...before };
  for (const { here, there, isOutdated } of pairs) {
    if (isOutdated) continue;
    sums.compared += 1;
    if (here === null) sums.missing += 1;
    else if (!isSame(here, there)) sums.different += 1;
    sums.sumHereMinor += here === null ? 0 : toNet(here, currency);
    sums.sumThereMinor += toNet(there, currency);
  }
  return sums;
}

function isSame(here: OrderPair['there'], there: OrderPair['there']): boolean {
  return (
    here.status === there.status &&
    here.currency === there.currency &&
    here.grandMinor === there.grandMinor &&
    here.refundedMinor === there.refundedMinor
  );
}

function toNet({ currency, grandMinor, refundedMinor }: OrderPair['there'], wanted: CurrencyCode): number {
  return currency === wanted ? grandMinor - refundedMinor : 0;
}
