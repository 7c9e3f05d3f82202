import type { DiscountCode } from '@regulars/adapter-contracts';
import { parseCurrency, parseInstant, type CurrencyCode } from '@regulars/core/shared';

export const eur = parseCurrency('EUR') as CurrencyCode;

/** What a friend is welcomed with. */
export const reward: DiscountCode = {
  code: 'FRIEND-7F3K',
  rewardId: '01930000-0000-7000-8000-000000000001',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: parseInstant('2027-01-31T22:59:59Z'),
  minimumSpend: { amountMinor: 4_000, currency: eur },
  restrictedToEmail: null,
  description: 'For a friend of Ada',
};
