import { createHmac } from 'node:crypto';
import { encodeBase32, withCheckSymbol, type RewardSide } from '@regulars/core/referrals';
import type { RewardId, StoreId } from '@regulars/core/shared';
import { deriveId } from '../foundation/ids.ts';

const prefixes: Readonly<Record<RewardSide, string>> = {
  friend_welcome: 'FRIEND',
  advocate: 'THANKS',
  friend: 'THANKS',
  sequence: 'THANKS',
};

/** The id of the one reward that a source (`referral:<id>`, `enrollment:<id>:<step>`) gives to a side. */
export function deriveRewardId(storeId: StoreId, source: string, side: RewardSide): RewardId {
  return deriveId(storeId, `reward|${source}|${side}`);
}

/** Writes the code of a reward. */
export type RewardCodes = (rewardId: RewardId, side: RewardSide) => string;

/**
 * Codes that a retry writes again letter by letter, so that the store holds one however often we ask, and that nobody
 * can guess: 50 bits of HMAC-SHA-256 under the instance's own key, and a check symbol.
 *
 * @param key from `deriveKey(ring, 'reward codes')`
 * @example
 * ```ts
 * createRewardCodes(key)(rewardId, 'advocate'); // 'THANKS-7K3QW9XM2P4'
 * ```
 */
export function createRewardCodes(key: Uint8Array): RewardCodes {
  return (rewardId, side) => {
    const digest = createHmac('sha256', key).update(rewardId).digest();
    return `${prefixes[side]}-${withCheckSymbol(encodeBase32(digest, 50))}`;
  };
}
