export { countStuckRewards } from './list-rewards.ts';
