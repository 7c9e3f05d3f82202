import type { PlatformCapabilities } from '@regulars/adapter-contracts';
import { defaultReferralRules, type ReferralRules } from '@regulars/core/referrals';
import type { CurrencyCode } from '@regulars/core/shared';
import { expect, test } from 'vitest';
import type { Store } from '../stores/door.ts';
import { checkRules } from './check-rules.ts';

const [eur, usd] = ['EUR' as CurrencyCode, 'USD' as CurrencyCode];
const store = { currency: eur } as Store;
const plain: PlatformCapabilities = { discountCodes: true, orderCount: false, signedTimestamp: false };
const gift = { kind: 'freeGift', productExternalId: '77', productName: 'Mug', validDays: 30 } as const;
const rulesWith = (changes: Partial<ReferralRules>): ReferralRules => ({ ...defaultReferralRules(eur), ...changes });

test.for<[string, Partial<ReferralRules>, Partial<PlatformCapabilities>, readonly string[]]>([
  ['discounts are given by any platform that makes codes', {}, {}, []],
  ['another currency than the store’s is refused', { currency: usd }, {}, ['/rules/currency']],
  ['a gift is refused where there is none', { friendWelcome: gift }, {}, ['/rules/friendWelcome']],
  ['a gift is given where it is declared', { friendWelcome: gift }, { freeGift: true }, []],
  [
    'a gift cannot ask for a minimum spend where that is declared so',
    { advocateReward: { ...gift, minimumSpendMinor: 4_000 }, friendReward: gift },
    { freeGift: true, giftsWithoutMinimumOnly: true },
    ['/rules/advocateReward'],
  ],
  [
    'free shipping is refused where there is none',
    { advocateReward: { kind: 'freeShipping', validDays: 30 } },
    { freeGift: true },
    ['/rules/advocateReward'],
  ],
])('%s', ([, rules, capabilities, paths]) => {
  const faults = checkRules(rulesWith(rules), store, { ...plain, ...capabilities });
  expect(faults.map(({ path }) => path)).toEqual(paths);
});

test('as long as no platform makes codes, any kind of reward may be promised', () => {
  expect(checkRules(rulesWith({ friendWelcome: gift }), store, null)).toEqual([]);
});
