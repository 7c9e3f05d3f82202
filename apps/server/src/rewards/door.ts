export { describeRewardTrouble, listRewardTroubles, type RewardTrouble } from './reward-troubles.ts';
