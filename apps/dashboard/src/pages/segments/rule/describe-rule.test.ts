import { describe, expect, it } from 'vitest';
import type { SegmentRule } from '@regulars/core/segments';
import { fromLocalTime, toIsoString } from '@regulars/core/shared';

import { createFormats } from '../../../formats/formats.ts';
import { en } from '../../../messages/en.ts';
import { nl } from '../../../messages/nl.ts';
import { explainLeaf } from '../../customers/explain-leaf.ts';
import { describeActual, describeRule, listProducts, type Wording } from './describe-rule.ts';

const labelOf = (id: string) => (id === '17' ? 'House espresso' : id);
const english: Wording = {
  t: en,
  formats: createFormats('en-GB'),
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  labelOf,
};
const dutch: Wording = {
  t: nl,
  formats: createFormats('nl-NL'),
  currency: 'EUR',
  timeZone: 'Europe/Amsterdam',
  labelOf,
};
const rule: SegmentRule = {
  all: [
    { field: 'orderCount', is: 'atLeast', value: 3 },
    {
      any: [
        { field: 'country', is: 'oneOf', value: ['BE', 'NL'] },
        { field: 'boughtProduct', is: 'noneOf', value: ['17'] },
      ],
    },
    { not: { field: 'netSpentMinor', is: 'lessThan', value: 50_000 } },
  ],
};

describe('a rule in words', () => {
  it('says what it asks, with names, money and brackets where they are needed', () => {
    expect(describeRule(rule, english)).toBe(
      'at least 3 orders, and (from Belgium or Netherlands, or never bought House espresso), and not (spent less than €500.00)',
    );
    expect(describeRule(rule, dutch).replaceAll('\u00a0', ' ')).toBe(
      'minstens 3 bestellingen, en (uit België of Nederland, of kocht nooit House espresso), en niet (minder dan € 500,00 besteed)',
    );
  });

  it('says one order in the singular, and days as the viewer writes them', () => {
    expect(describeRule({ field: 'orderCount', is: 'equals', value: 1 }, english)).toBe('exactly 1 order');
    expect(describeRule({ field: 'lastPurchaseAt', is: 'before', value: '2026-01-31T12:00:00Z' }, english)).toBe(
      'last order before 31 Jan 2026',
    );
  });

  it('counts the days since an order', () => {
    const away: SegmentRule = { field: 'lastPurchaseDaysAgo', is: 'moreThan', value: 90 };
    expect(describeRule(away, english)).toBe('last order more than 90 days ago');
    expect(describeRule({ field: 'firstPurchaseDaysAgo', is: 'atMost', value: 1 }, english)).toBe(
      'first order at most 1 day ago',
    );
    expect(describeRule(away, dutch)).toBe('laatste bestelling meer dan 90 dagen geleden');
    expect([0, 1, 121].map((days) => describeActual(away, days, english))).toEqual([
      'today',
      '1 day ago',
      '121 days ago',
    ]);
    const verdict = { path: '', leaf: away, matches: true, actual: 121 };
    expect(explainLeaf(verdict, en, english.formats, { currency: 'EUR', timeZone: 'UTC' })).toBe(
      'Time since last order: 121 days ago (asked for: more than 90 days ago)',
    );
  });

  it.each(['America/Los_Angeles', 'Europe/Amsterdam', 'Pacific/Auckland'])(
    'says the day that was chosen, by the clock of a store in %s, to every viewer',
    (timeZone) => {
      const draft = fromLocalTime({ year: 2026, month: 9, day: 1, minuteOfDay: 0 }, timeZone);
      const value = toIsoString(draft);
      const chosen: SegmentRule = { field: 'firstPurchaseAt', is: 'onOrAfter', value };
      expect(describeRule(chosen, { ...english, timeZone })).toBe('first order since 1 Sept 2026');
      expect(describeActual(chosen, draft, { ...english, timeZone })).toBe('1 Sept 2026');
      const verdict = { path: '', leaf: chosen, matches: true, actual: draft };
      expect(explainLeaf(verdict, en, english.formats, { currency: 'EUR', timeZone })).toBe(
        'First order: 1 Sept 2026 (asked for: since 1 Sept 2026)',
      );
    },
  );

  it('says what was found for a customer', () => {
    expect(describeActual({ field: 'country', is: 'oneOf', value: ['BE'] }, 'BE', english)).toBe('Belgium');
    expect(describeActual({ field: 'boughtProduct', is: 'anyOf', value: ['17', '18'] }, ['17'], english)).toBe(
      'House espresso',
    );
    expect(describeActual({ field: 'averageOrderMinor', is: 'atLeast', value: 1 }, 1999.6, english)).toBe('€20.00');
    expect(describeActual({ field: 'country', is: 'oneOf', value: ['BE'] }, null, english)).toBe('unknown');
  });

  it('knows which products it names', () => {
    expect(listProducts(rule)).toEqual(['17']);
  });
});
