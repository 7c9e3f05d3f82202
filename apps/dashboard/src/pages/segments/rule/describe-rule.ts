import type { SegmentLeaf, SegmentRule } from '@regulars/core/segments';

import type { Formats } from '../../../formats/formats.ts';
import type { Messages } from '../../../messages/en.ts';

/** What it takes to say a rule in words. */
export interface Wording {
  readonly t: Messages;
  readonly formats: Formats;
  readonly currency: string;
  /** The store's: the days of rules begin in it. */
  readonly timeZone: string;
  /** What a product is called; categories and countries need no looking up. */
  readonly labelOf: (productExternalId: string) => string;
}

/** The rule as one would say it: `at least 3 orders, and from Belgium`. */
export function describeRule(rule: SegmentRule, wording: Wording): string {
  const { words } = wording.t.segments;
  if ('not' in rule) return words.not(describeRule(rule.not, wording));
  if ('all' in rule) return describeParts(rule.all, wording).join(words.and);
  if ('any' in rule) return describeParts(rule.any, wording).join(words.or);
  return describeLeaf(rule, wording);
}

/** Groups within a group are put in brackets, so that nobody has to know what binds stronger. */
function describeParts(parts: readonly SegmentRule[], wording: Wording): readonly string[] {
  return parts.map((part) => {
    const isSeveral = ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1);
    return isSeveral && parts.length > 1 ? `(${describeRule(part, wording)})` : describeRule(part, wording);
  });
}

export function describeLeaf(leaf: SegmentLeaf, wording: Wording): string {
  const { t, formats, timeZone } = wording;
  const { words } = t.segments;
  const is = t.rules.comparisons[leaf.is] ?? leaf.is;
  switch (leaf.field) {
    case 'orderCount':
      return words.orders(is, leaf.value, formats.number(leaf.value));
    case 'discountedOrderCount':
      return words.discountedOrders(is, leaf.value, formats.number(leaf.value));
    case 'netSpentMinor':
      return words.spent(is, describeMoney(leaf.value, wording));
    case 'averageOrderMinor':
      return words.averageOrder(is, describeMoney(leaf.value, wording));
    case 'firstPurchaseAt':
      return words.firstOrder(is, formats.dateIn(leaf.value, timeZone));
    case 'lastPurchaseAt':
      return words.lastOrder(is, formats.dateIn(leaf.value, timeZone));
    case 'firstPurchaseDaysAgo':
      return words.firstOrderAgo(is, t.rules.days(leaf.value, formats.number(leaf.value)));
    case 'lastPurchaseDaysAgo':
      return words.lastOrderAgo(is, t.rules.days(leaf.value, formats.number(leaf.value)));
    case 'discountOnly':
      return leaf.value ? words.onlyDiscount : words.notOnlyDiscount;
    case 'probabilityAlive':
      return words.alive(is, formats.percent(leaf.value));
    case 'predictedValueMinor':
      return words.predicted(is, describeMoney(leaf.value, wording));
    case 'nextPurchaseInDays':
      return words.nextOrder[leaf.is](leaf.value, formats.number(leaf.value));
    case 'country':
      return words.country[leaf.is](formats.either(leaf.value.map(formats.country)));
    default: {
      const names = leaf.field === 'boughtProduct' ? leaf.value.map(wording.labelOf) : leaf.value;
      const said = leaf.is === 'allOf' ? formats.list(names) : formats.either(names);
      return (leaf.field === 'boughtProduct' ? words.product : words.category)[leaf.is](said);
    }
  }
}

/** What was found for one customer, beside the question it answers. */
export function describeActual(leaf: SegmentLeaf, actual: unknown, wording: Wording): string {
  const { t, formats, timeZone } = wording;
  if (Array.isArray(actual)) {
    const names = leaf.field === 'boughtProduct' ? actual.map((id) => wording.labelOf(String(id))) : actual.map(String);
    return names.length === 0 ? t.rules.none : formats.list(names);
  }
  if (actual === null || actual === undefined) return t.common.unknown;
  if (typeof actual === 'boolean') return actual ? t.connections.yes : t.connections.no;
  if (leaf.field === 'country') return formats.country(String(actual));
  if (leaf.field === 'probabilityAlive') return formats.percent(Number(actual));
  if (leaf.field === 'nextPurchaseInDays')
    return t.rules.dueIn(Number(actual), formats.number(Math.abs(Number(actual))));
  if (leaf.field.endsWith('DaysAgo')) return t.rules.daysAgo(Number(actual), formats.number(Number(actual)));
  if (leaf.field.endsWith('Minor')) return describeMoney(Math.round(Number(actual)), wording);
  if (leaf.field.endsWith('At')) return formats.dateIn(new Date(actual as number | string).toISOString(), timeZone);
  return formats.number(Number(actual));
}

function describeMoney(amountMinor: number, { formats, currency }: Wording): string {
  return formats.money({ amountMinor, currency });
}

/** Every product a rule names, to learn what they are called. */
export function listProducts(rule: SegmentRule): readonly string[] {
  if ('not' in rule) return listProducts(rule.not);
  if ('all' in rule) return rule.all.flatMap(listProducts);
  if ('any' in rule) return rule.any.flatMap(listProducts);
  return rule.field === 'boughtProduct' ? rule.value : [];
}
