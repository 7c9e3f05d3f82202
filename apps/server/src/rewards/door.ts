export { exportRewards } from './export-rewards.ts';
export { countRewards, type RewardCounts } from './count-rewards.ts';
export { describeRewardTrouble, listRewardTroubles, type RewardTrouble } from './reward-troubles.ts';
