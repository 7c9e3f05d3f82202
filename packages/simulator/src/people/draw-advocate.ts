import { dayMs, type Instant, type Random } from '@regulars/core/shared';
import type { SimulatedCustomer } from '../simulated-customer.ts';

/** So many customers somebody meets, and so many of those who can tell they listen to. */
const met = 16;
const heard = 3;
const leastAcquaintanceMs = 5 * dayMs;

/**
 * Somebody who was a customer before `arrivedAt` and told of the store; null when nobody did. People who were brought
 * tell more than others, so that referrals form chains.
 */
export function drawAdvocate(
  random: Random,
  share: number,
  arrivedAt: Instant,
  earlier: readonly SimulatedCustomer[],
): string | null {
  if (random.next() >= share || earlier.length === 0) return null;
  const tellers: SimulatedCustomer[] = [];
  for (let count = 0; count < met && tellers.length < heard; count += 1) {
    const customer = earlier[random.below(earlier.length)];
    if (customer !== undefined && canTell(customer, arrivedAt)) tellers.push(customer);
  }
  const advocate = tellers.find(({ advocateKey }) => advocateKey !== null) ?? tellers[0];
  return advocate?.key ?? null;
}

function canTell({ fraud, temperament, arrivedAt }: SimulatedCustomer, friendArrivedAt: Instant): boolean {
  return fraud === null && temperament !== 'quiet' && friendArrivedAt - arrivedAt >= leastAcquaintanceMs;
}
