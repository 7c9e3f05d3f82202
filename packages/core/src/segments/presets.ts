import { exponentOf, type CurrencyCode } from '../shared/currency.ts';
import type { SegmentRule } from './segment-rule.ts';

/** A segment ready to be switched on. `key` is stable: sequences name segments by it. */
export interface SegmentPreset {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly rule: SegmentRule;
}

/** Switched on in every new store, whatever it counts in. */
const presetsOfEveryStore: readonly SegmentPreset[] = [
  {
    key: 'buyers',
    name: 'Buyers',
    description: 'Bought something and kept it: at least one purchase stands after refunds.',
    rule: { field: 'orderCount', is: 'atLeast', value: 1 },
  },
  {
    key: 'first-time',
    name: 'First-time buyers',
    description: 'Exactly one purchase so far. The next one matters most.',
    rule: { field: 'orderCount', is: 'equals', value: 1 },
  },
  {
    key: 'loyal',
    name: 'Loyal customers',
    description: 'Three purchases or more.',
    rule: { field: 'orderCount', is: 'atLeast', value: 3 },
  },
  {
    key: 'discount-only',
    name: 'Only with a discount',
    description: 'Bought at least twice, and never without a discount.',
    rule: {
      all: [
        { field: 'orderCount', is: 'atLeast', value: 2 },
        { field: 'discountOnly', is: 'equals', value: true },
      ],
    },
  },
];

/** By what is foreseen of a customer. */
const foreseenPresets: readonly SegmentPreset[] = [
  {
    key: 'slipping-away',
    name: 'Slipping away',
    description: 'Came back before, and by now it is as likely as not, or less, that they still buy here.',
    rule: {
      all: [
        { field: 'orderCount', is: 'atLeast', value: 2 },
        { field: 'probabilityAlive', is: 'lessThan', value: 0.5 },
      ],
    },
  },
  {
    key: 'due-this-week',
    name: 'Due this week',
    description: 'Their next purchase is expected within 7 days: a good moment for a reminder, and no discount needed.',
    rule: { field: 'nextPurchaseInDays', is: 'within', value: 7 },
  },
];

/**
 * The presets of a store that counts in this currency: 500 are much in euros and in dinars, in yen they are nothing.
 *
 * @example
 * ```ts
 * listSegmentPresets(parseCurrency('EUR')!).map(({ key }) => key); // ['buyers', 'first-time', …]
 * ```
 */
export function listSegmentPresets(currency: CurrencyCode): readonly SegmentPreset[] {
  const exponent = exponentOf(currency);
  const muchMinor = exponent === 0 ? 50_000 : 500 * 10 ** exponent;
  return [
    ...presetsOfEveryStore,
    ...foreseenPresets,
    {
      key: 'big-spenders',
      name: 'Big spenders',
      description: 'Spent much in all, refunds taken off. Set the amount to what is much in this store.',
      rule: { field: 'netSpentMinor', is: 'atLeast', value: muchMinor },
    },
  ];
}

/** Starting points for a segment of one's own. */
export const segmentExamples: readonly SegmentPreset[] = [
  {
    key: 'low-countries',
    name: 'Netherlands and Belgium',
    description: 'Customers in the named countries.',
    rule: { field: 'country', is: 'oneOf', value: ['NL', 'BE'] },
  },
  {
    key: 'loyal-at-full-price',
    name: 'Loyal at full price',
    description: 'Three purchases or more, at least one of them without a discount.',
    rule: {
      all: [
        { field: 'orderCount', is: 'atLeast', value: 3 },
        { not: { field: 'discountOnly', is: 'equals', value: true } },
      ],
    },
  },
];
