import type { RewardId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { RewardTerms } from './reward-terms.ts';

/** Whom a reward is for, and why; at most one per referral and side. `sequence` ones are given by a step, without a referral. */
export type RewardSide = 'friend_welcome' | 'advocate' | 'friend' | 'sequence';

/** Why a reward waits for a person. */
export type StuckReason =
  /** The store's platform cannot make codes through its adapter. */
  | 'no_discount_codes'
  /** The store's platform makes codes, but none of this kind. */
  | 'kind_not_offered'
  /** The store's connection could make codes, and was not given what it needs for them. */
  | 'not_set_up'
  /** Nothing is connected, or the platform could not be reached for too long. */
  | 'no_connection'
  /** The code exists on the store and is not ours. */
  | 'needs_review'
  /** The store refused the code. */
  | 'refused'
  /** The store was asked again and again and never gave a clear answer. */
  | 'unknown_final';

/** Where a reward stands on its way to being a code on the store. */
export type RewardStanding =
  | { readonly status: 'approved' }
  | { readonly status: 'issuing' }
  | { readonly status: 'issued'; readonly couponExternalId: string }
  | { readonly status: 'redeemed' }
  | { readonly status: 'expired' }
  /** `couponExternalId` is null while it is not known yet whether the code was made. */
  | { readonly status: 'revoking'; readonly couponExternalId: string | null }
  | { readonly status: 'revoked' }
  | { readonly status: 'stuck'; readonly reason: StuckReason };

export type RewardStatus = RewardStanding['status'];

export interface Reward {
  readonly rewardId: RewardId;
  readonly side: RewardSide;
  readonly code: string;
  readonly terms: RewardTerms;
  readonly expiresAt: Instant;
  readonly standing: RewardStanding;
}

/** What can happen to a reward. */
export type RewardInput =
  | { readonly kind: 'issueStarted' }
  /** The code is on the store and bears our reward's id: made now, or found from an earlier try. */
  | { readonly kind: 'codeFound'; readonly couponExternalId: string }
  | { readonly kind: 'issueFailed'; readonly reason: StuckReason }
  | { readonly kind: 'codeUsed' }
  | { readonly kind: 'validityElapsed' }
  | { readonly kind: 'revokeAsked' }
  | { readonly kind: 'codeDeleted' }
  | { readonly kind: 'retryAsked' };

/** Told on the timeline of whom the reward is for. */
export type RewardEvent =
  | {
      readonly kind: 'rewardIssued';
      readonly data: { readonly rewardId: RewardId; readonly side: RewardSide; readonly expiresAt: Instant };
    }
  | { readonly kind: 'rewardRedeemed'; readonly data: { readonly rewardId: RewardId; readonly side: RewardSide } }
  | { readonly kind: 'rewardExpired'; readonly data: { readonly rewardId: RewardId; readonly side: RewardSide } }
  | { readonly kind: 'rewardRevoked'; readonly data: { readonly rewardId: RewardId; readonly side: RewardSide } };

/** What must be done in the world, or said to the customer. */
export type RewardEffect = 'issueCode' | 'revokeCode' | 'tellCustomer';
