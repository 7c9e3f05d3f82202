import type { DiscountCode } from '@regulars/adapter-contracts';
import type { RewardSide, RewardTerms } from '@regulars/core/referrals';
import type { CurrencyCode } from '@regulars/core/shared';
import type { StoredReward } from './reward-repository.ts';

const descriptions: Readonly<Record<RewardSide, string>> = {
  friend_welcome: 'Welcome for a friend who was invited',
  advocate: 'Thank-you for inviting a friend',
  friend: 'Thank-you for a first order as an invited friend',
  sequence: 'Thank-you from a sequence',
};

/**
 * The code as the platform is to make it. A welcome is bound to the friend's address, because it was given for that;
 * a thank-you may be used by whoever it is handed to, once.
 */
export function toDiscountCode(
  { reward }: StoredReward,
  currency: CurrencyCode,
  friendEmail: string | null,
): DiscountCode {
  const { terms } = reward;
  return {
    code: reward.code,
    rewardId: reward.rewardId,
    discount: toDiscount(terms, currency),
    usageLimit: 1,
    expiresAt: reward.expiresAt,
    minimumSpend: terms.minimumSpendMinor ? { amountMinor: terms.minimumSpendMinor, currency } : null,
    ...('productExternalIds' in terms && terms.productExternalIds !== undefined
      ? { productExternalIds: terms.productExternalIds }
      : {}),
    restrictedToEmail: reward.side === 'friend_welcome' ? friendEmail : null,
    description: descriptions[reward.side],
  };
}

function toDiscount(terms: RewardTerms, currency: CurrencyCode): DiscountCode['discount'] {
  switch (terms.kind) {
    case 'percent':
      return { kind: 'percent', percent: terms.percent };
    case 'fixed':
      return { kind: 'fixed', amount: { amountMinor: terms.amountMinor, currency } };
    case 'freeShipping':
      return { kind: 'freeShipping' };
    case 'freeGift':
      return { kind: 'freeGift', productExternalId: terms.productExternalId };
  }
}
