import type { Brand } from './brand.ts';

/** An ISO 4217 code in upper case that `exponents` knows. */
export type CurrencyCode = Brand<string, 'CurrencyCode'>;

/** An exact amount: whole minor units of its currency (cents for EUR, yen for JPY, fils for KWD). */
export interface Money {
  readonly amountMinor: number;
  readonly currency: CurrencyCode;
}
