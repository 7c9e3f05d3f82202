import { expect, test } from 'vitest';
import { shopOf } from './shop-of.ts';

test.for([
  'https://shop.example',
  'https://shop.example/',
  'http://shop.example',
  'https://www.shop.example',
  'https://Shop.Example:443//',
])('%s leads to the same shop', (url) => {
  expect(shopOf({ url })).toBe('shop.example');
});

test.for(['https://shop.example/nl', 'https://nl.shop.example', 'https://shop.example:8443'])(
  '%s may be another shop',
  (url) => {
    expect(shopOf({ url })).not.toBe('shop.example');
  },
);

test('a shop that only sends does not say which it is', () => {
  expect(shopOf({})).toBeNull();
});
