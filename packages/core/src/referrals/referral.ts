import type { CurrencyCode } from '../shared/currency.ts';
import type { OrderId, ReferralId } from '../shared/ids.ts';
import type { Instant } from '../shared/instant.ts';
import type { ReferralRisk } from './referral-risk.ts';
import type { ReferralRules } from './referral-rules.ts';

/** Why a referral brings nobody a reward. Shown to people in plain words; codes are API. */
export type ReferralRejection =
  | 'self_referral'
  | 'existing_customer'
  | 'already_referred'
  | 'link_unknown'
  | 'program_paused'
  | 'too_many_claims'
  | 'below_minimum'
  | 'refused_by_review';

/** Where a referral stands. The last four are final. */
export type ReferralStanding =
  | { readonly status: 'claimed'; readonly expiresAt: Instant }
  | {
      readonly status: 'held';
      readonly orderId: OrderId;
      readonly paidAt: Instant;
      /** Set once, when the order is paid; nothing makes it shorter. */
      readonly holdUntil: Instant;
      readonly review: 'not_needed' | 'waiting' | 'approved';
    }
  | { readonly status: 'qualified'; readonly orderId: OrderId; readonly clawbackUntil: Instant }
  | { readonly status: 'closed'; readonly orderId: OrderId }
  | { readonly status: 'rejected'; readonly reason: ReferralRejection }
  | { readonly status: 'expired' }
  | { readonly status: 'reversed'; readonly orderId: OrderId; readonly extent: 'full' | 'part' };

export type ReferralStatus = ReferralStanding['status'];

/** One friend brought by one advocate, under the rules that were in force when the friend claimed. */
export interface Referral {
  readonly referralId: ReferralId;
  readonly rules: ReferralRules;
  readonly claimedAt: Instant;
  readonly risk: ReferralRisk;
  readonly standing: ReferralStanding;
}

/** The friend's order as it stands now. `netMinor` is what the store keeps: the grand total less refunds. */
export interface FriendOrder {
  readonly orderId: OrderId;
  readonly paidAt: Instant;
  readonly currency: CurrencyCode;
  readonly netMinor: number;
  /** Paid and neither cancelled nor refunded in full. */
  readonly isPurchase: boolean;
  readonly isRenewal: boolean;
}

/** What can happen to a referral after the claim. */
export type ReferralInput =
  | { readonly kind: 'friendOrderPaid'; readonly order: FriendOrder }
  | { readonly kind: 'orderRefunded'; readonly order: FriendOrder }
  | { readonly kind: 'orderCancelled'; readonly orderId: OrderId }
  | { readonly kind: 'claimExpired' }
  | {
      readonly kind: 'holdElapsed';
      /** Read again just now; null when the order is gone. */
      readonly order: FriendOrder | null;
      /** The friend's first purchase known by now: imports can bring one from before the claim. */
      readonly friendFirstPurchaseAt: Instant | null;
      /** Rewards the advocate earned within the rules' time, this one not counted. */
      readonly advocateRewardCount: number;
    }
  | { readonly kind: 'clawbackElapsed' }
  | { readonly kind: 'reviewApproved' }
  | { readonly kind: 'reviewRefused' };

/** Whether a friend with such a referral cannot be referred again. */
export function isLiveReferral(status: ReferralStatus): boolean {
  return status !== 'rejected' && status !== 'expired';
}
