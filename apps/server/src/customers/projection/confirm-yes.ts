import { isPurchase, type Order } from '@regulars/core/commerce';
import { takeOverConsent } from './resolve-customer.ts';
import type { CustomerState, World } from './world.ts';

/** Where a yes comes from that anybody may have ticked for anybody: the form behind an advocate's link. */
export const unprovenSource = 'referral page';

/**
 * Whoever ticked the box on a referral page and then paid for an order under that address has shown that it is theirs.
 * The yes counts from when it was given, so that a no said meanwhile stands.
 */
export function confirmYes(world: World, customer: CustomerState, { status, paidAt }: Order): void {
  const { state, source, at } = customer.consent;
  if (state !== 'pending' || source !== unprovenSource || at === null) return;
  if (isPurchase(status) && paidAt !== null && paidAt >= at) {
    takeOverConsent(world, customer, { state: 'subscribed', source, at });
  }
}
