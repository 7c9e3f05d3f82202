import { expect, it } from 'vitest';
import type { CurrencyCode } from '../shared/currency.ts';
import { defaultReferralRules, referralRulesSchema } from './referral-rules.ts';

const rules = defaultReferralRules('EUR' as CurrencyCode);

it('holds rewards for thirty days and keeps a claim open for sixty, unless told otherwise', () => {
  expect(rules).toMatchObject({
    holdDays: 30,
    claimValidDays: 60,
    minimumOrderMinor: 0,
    advocateCap: { rewards: 20, withinDays: 365 },
  });
});

it.each<[string, object, string]>([
  [
    'a discount over 100 percent',
    { friendWelcome: { kind: 'percent', percent: 101, validDays: 30 } },
    'friendWelcome/percent',
  ],
  [
    'a discount worth nothing',
    { advocateReward: { kind: 'fixed', amountMinor: 0, validDays: 30 } },
    'advocateReward/amountMinor',
  ],
  [
    'a code that is never valid',
    { friendReward: { kind: 'percent', percent: 5, validDays: 0 } },
    'friendReward/validDays',
  ],
  ['a currency nobody knows', { currency: 'XXX' }, 'currency'],
  ['a hold shorter than nothing', { holdDays: -1 }, 'holdDays'],
  ['a programme that rewards nobody', { advocateReward: null, friendReward: null }, 'advocateReward'],
])('refuses %s and names the field', (_, difference, path) => {
  const parsed = referralRulesSchema.safeParse({ ...rules, ...difference });
  expect(parsed.success).toBe(false);
  expect(parsed.error?.issues.map((issue) => issue.path.join('/'))).toContain(path);
});
