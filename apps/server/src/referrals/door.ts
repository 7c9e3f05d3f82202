export { createAdvocateLink, type AdvocateLink } from './advocate-link.ts';
export { countReferrals, type ReferralCounts } from './count-referrals.ts';
export { findStoreOfLink } from './advocate-repository.ts';
export { dayWords, rewardWords } from './pages/reward-words.ts';
export { noticePage, refusalPage, shopLink } from './pages/notice-page.ts';
export { textsIn } from './pages/page-texts.ts';
export { findReferral, type StoredReferral } from './referral-repository.ts';
export { createRewardCodes, deriveRewardId, type RewardCodes } from './reward-code.ts';
export { canGive } from './reward-kinds.ts';
