import { expect, it } from 'vitest';
import { hasValidCheckSymbol } from '@regulars/core/referrals';
import type { RewardId, StoreId } from '@regulars/core/shared';
import { createRewardCodes, deriveRewardId } from './reward-code.ts';

const storeId = '018f0000-0000-7000-8000-000000000001' as StoreId;
const codes = createRewardCodes(new Uint8Array(32));

it('a reward has the same code every time, and another key gives another one', () => {
  const rewardId = deriveRewardId(storeId, 'referral:1', 'advocate');
  expect(codes(rewardId, 'advocate')).toBe(codes(rewardId, 'advocate'));
  expect(createRewardCodes(new Uint8Array(32).fill(1))(rewardId, 'advocate')).not.toBe(codes(rewardId, 'advocate'));
});

it('the sides of one referral have codes of their own, readable aloud and checked', () => {
  const welcome = codes(deriveRewardId(storeId, 'referral:1', 'friend_welcome'), 'friend_welcome');
  const thanks = codes(deriveRewardId(storeId, 'referral:1', 'advocate'), 'advocate');
  expect(welcome).toMatch(/^FRIEND-[0-9A-HJKMNP-TV-Z]{11}$/);
  expect(thanks).toMatch(/^THANKS-[0-9A-HJKMNP-TV-Z]{11}$/);
  expect(welcome.slice(7)).not.toBe(thanks.slice(7));
  expect(hasValidCheckSymbol(welcome.slice(7))).toBe(true);
});

it('ten thousand rewards have ten thousand codes', () => {
  const made = new Set(Array.from({ length: 10_000 }, (_, index) => codes(`reward-${index}` as RewardId, 'advocate')));
  expect(made.size).toBe(10_000);
});
