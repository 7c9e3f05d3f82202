import { defineErrors } from '../foundation/errors/index.ts';

export const reportsErrors = defineErrors({
  'order_count.not_offered': {
    status: 409,
    title: 'No platform of this store can say how many orders it has.',
  },
});
