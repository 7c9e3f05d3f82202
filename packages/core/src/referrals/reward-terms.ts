import { z } from 'zod';

const validDays = z
  .int()
  .min(1, 'A code is valid for 1 day at least.')
  .max(730, 'A code is valid for 730 days at most.');
const minimumSpendMinor = z.int().min(0, 'A minimum spend is not negative.').optional();
const productExternalId = z
  .string()
  .trim()
  .min(1, 'A product has an id.')
  .max(191, 'An id has 191 characters at most.');
const productExternalIds = z
  .array(productExternalId)
  .min(1, 'Leave the products out where all of them are meant.')
  .max(100, 'A discount is for 100 products at most.')
  .optional();

/**
 * What one code is worth: a share of the basket, an amount in minor units of the programme's currency, the shipping, or one
 * piece of a product. `productExternalIds` are the platform's, and limit the discount to these; `validDays` counts from the
 * day the reward is approved. A gift keeps the name it was promised under.
 *
 * @example
 * ```ts
 * rewardTermsSchema.parse({ kind: 'freeGift', productExternalId: '77', productName: 'Mug', validDays: 30 });
 * ```
 */
export const rewardTermsSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('percent'),
    percent: z.int().min(1, 'A discount is 1 percent at least.').max(100, 'A discount is 100 percent at most.'),
    validDays,
    minimumSpendMinor,
    productExternalIds,
  }),
  z.strictObject({
    kind: z.literal('fixed'),
    amountMinor: z.int().min(1, 'A discount is worth something.'),
    validDays,
    minimumSpendMinor,
    productExternalIds,
  }),
  z.strictObject({ kind: z.literal('freeShipping'), validDays, minimumSpendMinor }),
  z.strictObject({
    kind: z.literal('freeGift'),
    productExternalId,
    productName: z.string().trim().min(1, 'A gift has a name.').max(200, 'A name has 200 characters at most.'),
    validDays,
    minimumSpendMinor,
  }),
]);

export type RewardTerms = z.infer<typeof rewardTermsSchema>;
