import { describe, expect, test } from 'vitest';
import type { CurrencyCode } from '../shared/currency.ts';
import { toInstant } from '../shared/instant.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { parseSegmentRule } from './parse-segment-rule.ts';
import { listSegmentPresets, segmentExamples } from './presets.ts';
import type { SegmentRule } from './segment-rule.ts';

const euro = 'EUR' as CurrencyCode;
const stranger: CustomerFacts = {
  orderCount: 0,
  netSpentMinor: 0,
  averageOrderMinor: null,
  discountedOrderCount: 0,
  country: null,
  firstPurchaseAt: null,
  lastPurchaseAt: null,
  firstPurchaseDaysAgo: null,
  lastPurchaseDaysAgo: null,
  productExternalIds: new Set(),
  categories: new Set(),
  probabilityAlive: null,
  predictedValueMinor: null,
  nextPurchaseInDays: null,
};
const regular: CustomerFacts = {
  orderCount: 3,
  netSpentMinor: 60_000,
  averageOrderMinor: 20_000,
  discountedOrderCount: 1,
  country: 'NL',
  firstPurchaseAt: toInstant(Date.parse('2026-01-01T00:00:00Z')),
  lastPurchaseAt: toInstant(Date.parse('2026-06-01T00:00:00Z')),
  firstPurchaseDaysAgo: 241,
  lastPurchaseDaysAgo: 90,
  productExternalIds: new Set(['17', '18']),
  categories: new Set(['tea']),
  probabilityAlive: 0.9,
  predictedValueMinor: 12_000,
  nextPurchaseInDays: 30,
};
const slipping: CustomerFacts = { ...regular, probabilityAlive: 0.4, nextPurchaseInDays: 3 };

describe('a segment rule', () => {
  test.for<[SegmentRule, CustomerFacts, boolean]>([
    [{ field: 'orderCount', is: 'atLeast', value: 3 }, regular, true],
    [{ field: 'orderCount', is: 'moreThan', value: 3 }, regular, false],
    [{ field: 'averageOrderMinor', is: 'lessThan', value: 1 }, stranger, false],
    [{ not: { field: 'averageOrderMinor', is: 'atLeast', value: 1 } }, stranger, true],
    [{ field: 'discountOnly', is: 'equals', value: true }, { ...regular, discountedOrderCount: 3 }, true],
    [{ field: 'discountOnly', is: 'equals', value: true }, stranger, false],
    [{ field: 'country', is: 'oneOf', value: ['BE', 'NL'] }, regular, true],
    [{ field: 'country', is: 'noneOf', value: ['BE'] }, stranger, false],
    [{ field: 'boughtProduct', is: 'allOf', value: ['17', '18'] }, regular, true],
    [{ field: 'boughtProduct', is: 'allOf', value: ['17', '19'] }, regular, false],
    [{ field: 'boughtCategory', is: 'noneOf', value: ['tea'] }, regular, false],
    [{ field: 'boughtCategory', is: 'noneOf', value: ['tea'] }, stranger, true],
    [{ field: 'probabilityAlive', is: 'lessThan', value: 0.5 }, slipping, true],
    [{ field: 'probabilityAlive', is: 'lessThan', value: 0.5 }, stranger, false],
    [{ field: 'predictedValueMinor', is: 'atLeast', value: 12_000 }, slipping, true],
    [{ field: 'nextPurchaseInDays', is: 'within', value: 3 }, slipping, true],
    [{ field: 'nextPurchaseInDays', is: 'within', value: 2 }, slipping, false],
    [{ field: 'nextPurchaseInDays', is: 'within', value: 7 }, { ...slipping, nextPurchaseInDays: -1 }, false],
    [{ field: 'nextPurchaseInDays', is: 'overdueBy', value: 0 }, { ...slipping, nextPurchaseInDays: 0 }, false],
    [{ field: 'nextPurchaseInDays', is: 'overdueBy', value: 0 }, { ...slipping, nextPurchaseInDays: -1 }, true],
    [{ field: 'nextPurchaseInDays', is: 'overdueBy', value: 2 }, { ...slipping, nextPurchaseInDays: -1 }, false],
    [{ field: 'firstPurchaseAt', is: 'before', value: '2026-01-01T00:00:00Z' }, regular, false],
    [{ field: 'firstPurchaseDaysAgo', is: 'moreThan', value: 240 }, regular, true],
    [{ field: 'lastPurchaseDaysAgo', is: 'moreThan', value: 90 }, regular, false],
    [{ field: 'lastPurchaseDaysAgo', is: 'atMost', value: 90 }, regular, true],
    [{ field: 'lastPurchaseDaysAgo', is: 'moreThan', value: 90 }, stranger, false],
    [{ field: 'lastPurchaseDaysAgo', is: 'atMost', value: 90 }, stranger, false],
    [{ field: 'firstPurchaseAt', is: 'onOrAfter', value: '2026-01-01T01:00:00+01:00' }, regular, true],
    [
      {
        all: [
          { field: 'orderCount', is: 'atLeast', value: 1 },
          { any: [{ field: 'country', is: 'oneOf', value: ['NL'] }] },
        ],
      },
      regular,
      true,
    ],
  ])('%j decides as it reads', ([rule, facts, matches]) => {
    expect(evaluate(rule, facts)).toBe(matches);
    expect(explain(rule, facts).matches).toBe(matches);
  });

  test('comes in presets that can all be parsed, each under a key of its own', () => {
    const presets = [...listSegmentPresets(euro), ...segmentExamples];
    for (const { rule } of presets) expect(parseSegmentRule(rule)).toEqual({ ok: true, value: rule });
    expect(new Set(presets.map(({ key }) => key)).size).toBe(presets.length);
  });

  test('puts a customer with three orders among the loyal and not among the first-time buyers', () => {
    const keys = listSegmentPresets(euro)
      .filter(({ rule }) => evaluate(rule, regular))
      .map(({ key }) => key);
    expect(keys).toEqual(['buyers', 'loyal', 'big-spenders']);
  });

  test.for([
    ['EUR', 50_000],
    ['JPY', 50_000],
    ['KWD', 500_000],
  ] as const)('counts a big spender in the minor units of %s: from %d', ([code, value]) => {
    const preset = listSegmentPresets(code as CurrencyCode).find(({ key }) => key === 'big-spenders');
    expect(preset?.rule).toEqual({ field: 'netSpentMinor', is: 'atLeast', value });
  });
});

describe('an explanation', () => {
  const rule: SegmentRule = {
    all: [
      { field: 'orderCount', is: 'atLeast', value: 3 },
      {
        any: [
          { field: 'country', is: 'oneOf', value: ['BE'] },
          { field: 'boughtCategory', is: 'anyOf', value: ['coffee', 'tea'] },
        ],
      },
    ],
  };

  test('of being in names every leaf that was needed, and of a choice only the one that held', () => {
    expect(explain(rule, regular)).toEqual({
      matches: true,
      deciding: [
        { path: '/all/0', leaf: { field: 'orderCount', is: 'atLeast', value: 3 }, matches: true, actual: 3 },
        {
          path: '/all/1/any/1',
          leaf: { field: 'boughtCategory', is: 'anyOf', value: ['coffee', 'tea'] },
          matches: true,
          actual: ['tea'],
        },
      ],
    });
  });

  test('of not being in names only the leaf that failed', () => {
    expect(explain(rule, { ...regular, orderCount: 2 }).deciding).toEqual([
      { path: '/all/0', leaf: { field: 'orderCount', is: 'atLeast', value: 3 }, matches: false, actual: 2 },
    ]);
  });

  test('points through `not` to the leaf below it', () => {
    expect(explain({ not: { field: 'country', is: 'oneOf', value: ['NL'] } }, regular)).toEqual({
      matches: false,
      deciding: [{ path: '/not', leaf: { field: 'country', is: 'oneOf', value: ['NL'] }, matches: true, actual: 'NL' }],
    });
  });
});
