import type { Brand } from './brand.ts';

/** An ISO 4217 code in upper case that `parseCurrency` knows. */
export type CurrencyCode = Brand<string, 'CurrencyCode'>;

/**
 * ISO 4217 by number of decimals; the last line of exponent 2 are withdrawn currencies, still found in old orders.
 */
const codesByExponent: Readonly<Record<0 | 2 | 3 | 4, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR',
  2: `AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY
    COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP
    SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG
    ANG BGN CUC EEK HRK LTL LVL MRO SKK SLL STD VEF ZWL`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
};

const exponents: ReadonlyMap<string, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code): [string, number] => [code, Number(exponent)]),
  ),
);

/**
 * Reads an ISO 4217 code, in any case.
 *
 * @returns null when ISO 4217 does not know it (metals, test codes and crypto-currencies included).
 * @example
 * ```ts
 * parseCurrency('eur'); // 'EUR'
 * parseCurrency('XXX'); // null
 * ```
 */
export function parseCurrency(code: string): CurrencyCode | null {
  const upper = code.toUpperCase();
  return exponents.has(upper) ? (upper as CurrencyCode) : null;
}

/**
 * How many decimals the currency's minor unit stands for: 0, 2, 3 or 4.
 *
 * @throws RangeError when the code did not come from `parseCurrency`.
 * @example
 * ```ts
 * exponentOf(parseCurrency('KWD')!); // 3
 * ```
 */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`${currency} is no ISO 4217 currency.`);
  return exponent;
}
