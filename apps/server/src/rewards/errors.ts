import { defineErrors } from '../foundation/errors/index.ts';

export const rewardsErrors = defineErrors({
  'reward.not_found': { status: 404, title: 'There is no such reward in this store.' },
  'reward.not_stuck': { status: 409, title: 'The reward is not stuck, so there is nothing to try again.' },
});
