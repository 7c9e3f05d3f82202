import { z } from 'zod';
import type { RewardEffect } from '@regulars/core/referrals';
import type { Instant, RewardId, StoreId } from '@regulars/core/shared';
import type { NewEffect } from '../foundation/effects/plan-effects.ts';
import { deriveId } from '../foundation/ids.ts';
import type { StoredReward } from './reward-repository.ts';

/** What an effect of kind `coupon` asks for. */
export const couponRequestSchema = z.object({
  action: z.enum(['issue', 'revoke']),
  rewardId: z.string().transform((id) => id as RewardId),
});

export type CouponRequest = z.infer<typeof couponRequestSchema>;

/** The key of the effect that makes the code; each time a person asks to try again it is a new one. */
export function issueKey({ reward, retryCount }: StoredReward): string {
  return retryCount === 0 ? `coupon|${reward.rewardId}` : `coupon|${reward.rewardId}|${retryCount}`;
}

/** The key of the effect that tells the customer of the code. */
export function noticeKey({ reward }: StoredReward): string {
  return `reward-issued|${reward.rewardId}`;
}

/** Turns what the Decider wants into a row of the outbox. */
export function toEffect(storeId: StoreId, stored: StoredReward, effect: RewardEffect, dueAt: Instant): NewEffect {
  const { customerId, reward } = stored;
  const { rewardId } = reward;
  const planned = (kind: NewEffect['kind'], key: string, payload: object): NewEffect => ({
    id: deriveId(storeId, key),
    kind,
    key,
    customerId,
    dueAt,
    payload,
  });
  switch (effect) {
    case 'issueCode':
      return planned('coupon', issueKey(stored), { action: 'issue', rewardId });
    case 'revokeCode':
      return planned('coupon', `coupon-revoke|${rewardId}`, { action: 'revoke', rewardId });
    case 'tellCustomer':
      return planned('mail', noticeKey(stored), {
        templateKey: reward.side === 'friend_welcome' ? 'friend-welcome' : 'reward-issued',
        purpose: 'transactional',
        orderId: null,
        enrollment: null,
        rewardId,
      });
  }
}
