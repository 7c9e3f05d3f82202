import { dayMs, type Instant, type Random } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';

/** How many acquaintances are asked before somebody comes by themselves. */
const tries = 6;
const leastAcquaintanceMs = 5 * dayMs;

/** Somebody who was a customer before `arrivedAt` and told of the store; null when nobody did. */
export function drawAdvocate(
  random: Random,
  share: number,
  arrivedAt: Instant,
  earlier: readonly SimulatedCustomer[],
): string | null {
  if (random.next() >= share || earlier.length === 0) return null;
  for (let count = 0; count < tries; count += 1) {
    const candidate = earlier[random.below(earlier.length)];
    if (candidate !== undefined && canTell(candidate, arrivedAt)) return candidate.key;
  }
  return null;
}

function canTell({ fraud, temperament, arrivedAt }: SimulatedCustomer, friendArrivedAt: Instant): boolean {
  return fraud === null && temperament !== 'quiet' && friendArrivedAt - arrivedAt >= leastAcquaintanceMs;
}
