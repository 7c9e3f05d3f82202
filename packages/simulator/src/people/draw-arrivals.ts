import type { Instant } from '@regulars/core/shared';
import { drawExponential } from '@regulars/core/numeric';
import type { StoreWorld } from '../store-world.ts';

/** A store draws more customers as it becomes known: at its beginning this share of its average, at the end 2 − it. */
const startShare = 0.6;

/**
 * When customers first come: `count` of them between the store's beginning and `until`, each at a time of their own, in
 * no order; after `until` others at the pace then reached, as a Poisson process in the store's time.
 */
export function drawArrivals({ random, time, until, end }: StoreWorld, count: number): readonly Instant[] {
  const days = time.daysAt(until);
  const arrivals: Instant[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = time.instantAt(days * growth(random.fork(index).fork('arrival').next()));
    if (at !== null) arrivals.push(at);
  }
  if (until >= end || days === 0) return arrivals;
  const newcomers = random.fork('newcomers');
  const perDay = (count / days) * (2 - startShare);
  let at: Instant | null = null;
  let age = days;
  do {
    age += drawExponential(newcomers) / perDay;
    at = time.instantAt(age);
    if (at !== null) arrivals.push(at);
  } while (at !== null);
  return arrivals;
}

/** The inverse of the distribution whose density rises linearly from `startShare` to 2 − `startShare`. */
function growth(share: number): number {
  const slope = 1 - startShare;
  return (-startShare + Math.sqrt(startShare ** 2 + 4 * slope * share)) / (2 * slope);
}
