import { describe, expect, test } from 'vitest';
import { allocate } from './allocate.ts';
import { exponentOf, parseCurrency, type CurrencyCode } from './currency.ts';
import { formatMoney } from './format-money.ts';
import { toDecimal } from './money.ts';
import { parseDecimal } from './parse-decimal.ts';

function currency(code: string): CurrencyCode {
  const parsed = parseCurrency(code);
  if (parsed === null) throw new Error(`${code} should be known`);
  return parsed;
}

describe('a currency', () => {
  test('is known by its ISO 4217 code in any case', () => {
    expect(parseCurrency('eur')).toBe('EUR');
  });

  test.each(['', 'EURO', 'XXX', 'XAU', 'BTC', ' EUR', 'EUR ', 'constructor'])('%j is none', (code) => {
    expect(parseCurrency(code)).toBeNull();
  });

  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
    ['CLF', 4],
    ['HRK', 2],
  ])('%s has %i decimals', (code, decimals) => {
    expect(exponentOf(currency(code))).toBe(decimals);
  });
});

describe('a decimal', () => {
  test.each([
    ['19.90', 'EUR', 1990],
    ['19.9', 'EUR', 1990],
    ['19', 'EUR', 1900],
    ['0.005', 'EUR', 1],
    ['-0.005', 'EUR', -1],
    ['1.005', 'EUR', 101],
    ['10.799999999999999', 'EUR', 1080],
    ['0.9999', 'EUR', 100],
    ['-0.001', 'EUR', 0],
    ['1990', 'JPY', 1990],
    ['1990.5', 'JPY', 1991],
    ['1.2345', 'KWD', 1235],
    ['1.23456', 'CLF', 12346],
    ['0000012.50', 'EUR', 1250],
    ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i minor units', (amount, code, minor) => {
    expect(parseDecimal(amount, currency(code))).toBe(minor);
  });

  test.each([
    '',
    ' ',
    '1,5',
    '1.5e3',
    '0x10',
    '+1',
    '--1',
    '1.',
    '.5',
    '1 000',
    '1_000',
    '∞',
    'NaN',
    '١٢',
    '1.5 ',
    '€1',
  ])('%j is no plain decimal', (amount) => {
    expect(parseDecimal(amount, currency('EUR'))).toBeNull();
  });

  test('too large to be exact is refused, not rounded', () => {
    expect(parseDecimal('90071992547409.92', currency('EUR'))).toBeNull();
  });
});

describe('a division of money', () => {
  test('gives what is left over to the largest remainders, the earlier first', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(10, [1, 2, 4])).toEqual([1, 3, 6]);
    expect(allocate(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  test('treats weights that are all zero as equal', () => {
    expect(allocate(5, [0, 0])).toEqual([3, 2]);
  });

  test('refuses weights and totals that are not whole, and a total that nobody shares', () => {
    expect(() => allocate(1.5, [1])).toThrow(RangeError);
    expect(() => allocate(1, [-1, 2])).toThrow(RangeError);
    expect(() => allocate(1, [0.5])).toThrow(RangeError);
    expect(() => allocate(1, [])).toThrow(RangeError);
    expect(allocate(0, [])).toEqual([]);
  });
});

describe('money in words', () => {
  test('has exactly the decimals of its currency', () => {
    expect(toDecimal({ amountMinor: 5, currency: currency('EUR') })).toBe('0.05');
    expect(toDecimal({ amountMinor: -5, currency: currency('EUR') })).toBe('-0.05');
    expect(toDecimal({ amountMinor: 500, currency: currency('JPY') })).toBe('500');
    expect(toDecimal({ amountMinor: 12_345, currency: currency('CLF') })).toBe('1.2345');
  });

  test('reads as the locale writes it, and as English where the locale is none', () => {
    const price = { amountMinor: 199_000, currency: currency('EUR') };
    expect(formatMoney(price, 'nl-NL').replaceAll(/\s/g, ' ')).toBe('€ 1.990,00');
    expect(formatMoney(price, 'nl_NL')).toBe(formatMoney(price, 'nl-NL'));
    expect(formatMoney(price, 'not a locale')).toBe('€1,990.00');
  });

  test('is exact beyond what a binary fraction holds', () => {
    const fortune = { amountMinor: Number.MAX_SAFE_INTEGER, currency: currency('EUR') };
    expect(formatMoney(fortune, 'en')).toBe('€90,071,992,547,409.91');
  });
});
