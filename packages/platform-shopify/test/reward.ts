import type { DiscountCode } from '@regulars/adapter-contracts';
import { parseCurrency, type CurrencyCode } from '@regulars/core/shared';
import { instant } from './store.ts';

export const usd = parseCurrency('USD') as CurrencyCode;

/** What a friend is welcomed with. */
export const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: instant('2027-01-31T22:59:59Z'),
  minimumSpend: { amountMinor: 4_000, currency: usd },
  restrictedToEmail: null,
  description: 'For a friend of Ada',
};
