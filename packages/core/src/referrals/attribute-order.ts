import type { CustomerId, ReferralId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';

/** A referral that waits for its friend's order. */
export interface WaitingReferral {
  readonly referralId: ReferralId;
  readonly advocateId: CustomerId;
  readonly friendId: CustomerId;
  /** The friend's single-use code, in lower case. */
  readonly code: string;
  readonly claimedAt: Instant;
}

/**
 * Finds the referral a paid order belongs to. The friend's code is the strongest sign and holds even when the friend
 * checks out with another e-mail address, as long as that buyer is new and not the advocate; the claimed customer is
 * the second. Where several match, the first claim wins.
 *
 * @param order.couponCodes in lower case
 * @returns null when the order came without a referral.
 */
export function attributeOrder(
  order: { readonly customerId: CustomerId; readonly couponCodes: readonly string[]; readonly purchaseNumber: number },
  waiting: readonly WaitingReferral[],
): ReferralId | null {
  const possible = waiting
    .filter((referral) => referral.advocateId !== order.customerId)
    .toSorted((first, second) => first.claimedAt - second.claimedAt);
  const byCode = possible.find(
    (referral) =>
      order.couponCodes.includes(referral.code) &&
      (referral.friendId === order.customerId || order.purchaseNumber <= 1),
  );
  return (byCode ?? possible.find((referral) => referral.friendId === order.customerId))?.referralId ?? null;
}
