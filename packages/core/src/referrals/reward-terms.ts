import { z } from 'zod';

const validDays = z
  .int()
  .min(1, 'A code is valid for 1 day at least.')
  .max(730, 'A code is valid for 730 days at most.');
const minimumSpendMinor = z.int().min(0, 'A minimum spend is not negative.').optional();

/**
 * What one code is worth: a share of the basket, or an amount in minor units of the programme's currency.
 * `validDays` counts from the day the reward is approved.
 */
export const rewardTermsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    percent: z.int().min(1, 'A discount is 1 percent at least.').max(100, 'A discount is 100 percent at most.'),
    validDays,
    minimumSpendMinor,
  }),
  z.strictObject({
    kind: z.literal('fixed'),
    amountMinor: z.int().min(1, 'A discount is worth something.'),
    validDays,
    minimumSpendMinor,
  }),
]);

export type RewardTerms = z.infer<typeof rewardTermsSchema>;
