import { describe, expect, it } from 'vitest';
import { noDay, toIsoDate } from './calendar.ts';
import { dayOfPair, isDayPair, orderOfPair } from './day-pair.ts';
import { guessDecimalMark } from './guess-decimal-mark.ts';
import { parseAmount, type DecimalMark } from './parse-amount.ts';
import { parseDay } from './parse-day.ts';

function day(text: string): string | null {
  const bytes = new TextEncoder().encode(text);
  const value = parseDay(bytes, 0, bytes.length);
  if (isDayPair(value)) return 'pair';
  return value === noDay ? null : toIsoDate(value);
}

function amount(text: string, mark: DecimalMark = '.'): number {
  const bytes = new TextEncoder().encode(text);
  return parseAmount(bytes, 0, bytes.length, mark);
}

describe('A date', () => {
  it.each([
    ['2026-11-22', '2026-11-22'],
    ['2026-11-22T23:59:59.123+01:00', '2026-11-22'],
    ['2026-11-22 09:00:00', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['20261122', '2026-11-22'],
    ['20261122T101500Z', '2026-11-22'],
    ['22.11.2026', '2026-11-22'],
    ['1.2.26 8:05', '2026-02-01'],
    ['1795305600', '2026-11-22'],
    ['1795305600000', '2026-11-22'],
    ['1795305600.25', '2026-11-22'],
    ['22-Nov-2026', '2026-11-22'],
    ['Nov 22, 2026', '2026-11-22'],
    ['22. März 2026', '2026-03-22'],
    ['Sunday, 22 november 2026 10:00', '2026-11-22'],
    ['1969-12-31', '1969-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it.each([
    '',
    'soon',
    '2026-13-01',
    '2026-02-29',
    '2026-11-31',
    '1-2',
    '2026-11',
    '12345',
    '22/11',
    '2026-11-22x',
    '1/2/3/4',
  ])('is not %s', (text) => {
    expect(day(text)).toBeNull();
  });

  it('with slashes is two, unless one number can be no month', () => {
    const pair = (text: string) => parseDay(new TextEncoder().encode(text), 0, text.length);
    expect(day('03/04/2026')).toBe('pair');
    expect(orderOfPair(pair('03/04/2026'))).toBeNull();
    expect(orderOfPair(pair('22/11/2026'))).toBe('day-first');
    expect(orderOfPair(pair('11/22/26 10:30'))).toBe('month-first');
    expect(toIsoDate(dayOfPair(pair('03/04/2026'), 'day-first'))).toBe('2026-04-03');
    expect(toIsoDate(dayOfPair(pair('03/04/2026'), 'month-first'))).toBe('2026-03-04');
    expect(dayOfPair(pair('22/11/2026'), 'month-first')).toBe(noDay);
  });
});

describe('An amount', () => {
  it.each([
    ['12', 12],
    ['12.34', 12.34],
    ['-12.34', -12.34],
    ['0.1', 0.1],
    ['.5', 0.5],
    ['1,234.50', 1234.5],
    ['1,234,567', 1234567],
    ['€ 12.50', 12.5],
    ['$-3.00', -3],
    ['-$3.00', -3],
    ['12.50 EUR', 12.5],
    ['US$12.50', 12.5],
    ['(12.50)', -12.5],
    ['12.50-', -12.5],
    ['\u221212.50', -12.5],
    ["1'234.50", 1234.5],
    ['1e3', 1000],
    ['123456789012345680', 123_456_789_012_345_680],
  ])('%s is %d', (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  it.each([
    ['12,34', 12.34],
    ['1.234,50', 1234.5],
    ['1 234,50 €', 1234.5],
    ['-1.234', -1234],
    ['€ 7,-', 7],
  ])('%s is %d with a decimal comma', (text, expected) => {
    expect(amount(text, ',')).toBe(expected);
  });

  it.each(['', 'free', '1.2.3', '12 34', '--1', '1,2,3.4', 'NaN', '1e999', '€'])('is not %s', (text) => {
    expect(amount(text)).toBeNaN();
  });

  it('has its decimal mark told by others of its column', () => {
    expect(guessDecimalMark(['5', '12,50'])).toBe(',');
    expect(guessDecimalMark(['1.234', '1.234,50'])).toBe(',');
    expect(guessDecimalMark(['1.234.567'])).toBe(',');
    expect(guessDecimalMark(['1,234', '12.5'])).toBe('.');
    expect(guessDecimalMark(['1,234', '999'])).toBe('.');
    expect(guessDecimalMark(['0.125'])).toBe('.');
    expect(guessDecimalMark([])).toBe('.');
  });
});
