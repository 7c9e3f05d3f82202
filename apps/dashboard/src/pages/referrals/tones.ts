import type { Referral, Reward } from '../../api/referrals.ts';
import type { Tone } from '../../components/badge.tsx';

export const referralTones: Readonly<Record<Referral['status'], Tone>> = {
  claimed: 'neutral',
  held: 'attention',
  qualified: 'good',
  closed: 'good',
  rejected: 'neutral',
  expired: 'neutral',
  reversed: 'bad',
};

export const rewardTones: Readonly<Record<Reward['status'], Tone>> = {
  approved: 'neutral',
  issuing: 'neutral',
  issued: 'good',
  redeemed: 'good',
  expired: 'neutral',
  revoking: 'attention',
  revoked: 'neutral',
  stuck: 'bad',
};
