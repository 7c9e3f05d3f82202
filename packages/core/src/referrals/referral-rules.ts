import { z } from 'zod';
import { type CurrencyCode, parseCurrency } from '../shared/currency.ts';
import { rewardTermsSchema } from './reward-terms.ts';

/**
 * A store's referral programme: what friends and advocates get, and when. A referral keeps the rules it was claimed
 * under, so that a change never takes back what somebody was promised.
 */
export const referralRulesSchema = z
  .strictObject({
    /** ISO 4217; amounts below are minor units of it, and only orders in it count. */
    currency: z.string().refine(isCurrency, 'A currency is an ISO 4217 code in capitals, like EUR.'),
    /** The friend's code, given at once for the first order. */
    friendWelcome: rewardTermsSchema,
    /** What the advocate gets once the friend's order has stood the hold; null for nothing. */
    advocateReward: rewardTermsSchema.nullable(),
    /** What the friend gets at the same moment, for coming back; null for nothing. */
    friendReward: rewardTermsSchema.nullable(),
    /** From the payment of the friend's order to the rewards: the time goods can be returned in. */
    holdDays: z.int().min(0).max(365).default(30),
    /** From the claim to the friend's order. */
    claimValidDays: z.int().min(1).max(365).default(60),
    /** How long after the rewards a refund still takes them back. */
    clawbackDays: z.int().min(0).max(365).default(60),
    /** What the friend's order must be worth after refunds. */
    minimumOrderMinor: z.int().min(0).default(0),
    /** How many rewards one advocate can earn within a rolling time. */
    advocateCap: z
      .strictObject({ rewards: z.int().min(1).max(10_000), withinDays: z.int().min(1).max(3650) })
      .default({ rewards: 20, withinDays: 365 }),
  })
  .refine((rules) => rules.advocateReward !== null || rules.friendReward !== null, {
    path: ['advocateReward'],
    message: 'A programme rewards the advocate, the friend, or both.',
  });

export type ReferralRules = z.infer<typeof referralRulesSchema>;

/**
 * Rules that suit most shops: 10 % for the friend, 10 % for the advocate, thirty days of hold.
 *
 * @example
 * ```ts
 * defaultReferralRules('EUR' as CurrencyCode).holdDays; // 30
 * ```
 */
export function defaultReferralRules(currency: CurrencyCode): ReferralRules {
  return referralRulesSchema.parse({
    currency,
    friendWelcome: { kind: 'percent', percent: 10, validDays: 30 },
    advocateReward: { kind: 'percent', percent: 10, validDays: 90 },
    friendReward: { kind: 'percent', percent: 10, validDays: 90 },
  });
}

function isCurrency(code: string): code is CurrencyCode {
  return parseCurrency(code) === code;
}
