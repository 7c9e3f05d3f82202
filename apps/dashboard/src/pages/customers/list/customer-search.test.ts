import { expect, test } from 'vitest';

import { countFilters, parseCustomerSearch, toListQuery } from './customer-search.ts';

test('an address keeps what it can mean and loses the rest', () => {
  expect(
    parseCustomerSearch({
      q: 12,
      country: 'nl',
      orders: '3',
      value: -1,
      sort: 'price',
      lastSince: '2026-01-31',
      x: 'y',
    }),
  ).toEqual({ q: '12', orders: 3, lastSince: '2026-01-31' });
  expect(parseCustomerSearch({ q: '', orders: 'many', consent: 'perhaps', order: 'up' })).toEqual({});
});

test('a list is sorted by value unless the address says otherwise', () => {
  expect(toListQuery({}, 'EUR')).toEqual({ sort: 'value' });
  expect(toListQuery({ sort: 'lastOrder', order: 'ascending' }, 'EUR')).toEqual({
    sort: 'lastOrder',
    direction: 'ascending',
  });
});

test('an amount is asked for in the minor units of the store’s currency', () => {
  expect(toListQuery({ value: 12.5 }, 'EUR').valueAtLeastMinor).toBe(1_250);
  expect(toListQuery({ value: 1_200 }, 'JPY').valueAtLeastMinor).toBe(1_200);
});

test('searching and sorting are no filters', () => {
  expect(countFilters({ q: 'ada', sort: 'orders', country: 'NL', value: 0 })).toBe(2);
});
