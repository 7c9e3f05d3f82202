export { attributeOrder, type WaitingReferral } from './attribute-order.ts';
export { encodeBase32, hasValidCheckSymbol, toCanonicalBase32, withCheckSymbol } from './crockford-base32.ts';
export { decideClaim, type ClaimFacts } from './decide-claim.ts';
export { decideReferral, type ReferralDecision } from './decide-referral.ts';
export { decideReward, type RewardDecision } from './decide-reward.ts';
export type { ReferralEvent, ReferralRole } from './referral-event.ts';
export { assessClaim, assessOrder, needsReview, noRisk, type ReferralRisk, type RiskReason } from './referral-risk.ts';
export { defaultReferralRules, referralRulesSchema, type ReferralRules } from './referral-rules.ts';
export {
  isLiveReferral,
  type FriendOrder,
  type Referral,
  type ReferralInput,
  type ReferralRejection,
  type ReferralStanding,
  type ReferralStatus,
} from './referral.ts';
export { rewardTermsSchema, type RewardTerms } from './reward-terms.ts';
export type {
  Reward,
  RewardEffect,
  RewardEvent,
  RewardInput,
  RewardSide,
  RewardStanding,
  RewardStatus,
  StuckReason,
} from './reward.ts';
