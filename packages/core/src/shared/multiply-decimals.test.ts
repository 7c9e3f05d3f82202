import { describe, expect, it } from 'vitest';
import { multiplyDecimals } from './multiply-decimals.ts';

describe('the product of two decimals', () => {
  it.for([
    ['0.125', '1000', '125.000'],
    ['19.90', '2', '39.80'],
    ['0.35', '0.7', '0.245'],
    ['7', '3', '21'],
    ['0.1', '0.0', '0.00'],
    ['99999999999.9999999999', '1000000.000000000', '99999999999999999.9999000000000000000'],
  ])('of %s and %s is %s, to the last digit', ([first = '', second = '', product]) => {
    expect(multiplyDecimals(first, second)).toBe(product);
  });

  it.for(['1e-7', '-1', '1,5', ''])('is refused where "%s" is no plain decimal', (factor) => {
    expect(() => multiplyDecimals('1', factor)).toThrow(RangeError);
  });
});
