import { assertNever } from '../shared/assert-never.ts';
import { parseInstant } from '../shared/instant.ts';
import type { CustomerFacts } from './customer-facts.ts';
import type { NumberComparison, SegmentLeaf, SegmentRule } from './segment-rule.ts';

/**
 * Whether the customer belongs to the segment.
 *
 * @example
 * ```ts
 * evaluate({ field: 'orderCount', is: 'atLeast', value: 3 }, facts); // true for a regular
 * ```
 */
export function evaluate(rule: SegmentRule, facts: CustomerFacts): boolean {
  if ('all' in rule) return rule.all.every((part) => evaluate(part, facts));
  if ('any' in rule) return rule.any.some((part) => evaluate(part, facts));
  if ('not' in rule) return !evaluate(rule.not, facts);
  return matchesLeaf(rule, facts);
}

/** Whether one question is answered with yes; an unknown fact answers no. */
export function matchesLeaf(leaf: SegmentLeaf, facts: CustomerFacts): boolean {
  switch (leaf.field) {
    case 'orderCount':
    case 'discountedOrderCount':
    case 'netSpentMinor':
    case 'averageOrderMinor':
    case 'firstPurchaseDaysAgo':
    case 'lastPurchaseDaysAgo':
    case 'probabilityAlive':
    case 'predictedValueMinor':
      return matchesNumber(leaf.is, facts[leaf.field], leaf.value);
    case 'firstPurchaseAt':
    case 'lastPurchaseAt':
      return matchesTime(leaf.is, facts[leaf.field], parseInstant(leaf.value));
    case 'discountOnly':
      return isDiscountOnly(facts) === leaf.value;
    case 'country':
      return facts.country !== null && leaf.value.includes(facts.country) === (leaf.is === 'oneOf');
    case 'boughtProduct':
      return matchesSet(leaf.is, facts.productExternalIds, leaf.value);
    case 'boughtCategory':
      return matchesSet(leaf.is, facts.categories, leaf.value);
    case 'nextPurchaseInDays':
      return matchesDays(leaf.is, facts.nextPurchaseInDays, leaf.value);
    default:
      return assertNever(leaf);
  }
}

/** Has bought, and never without a discount. */
export function isDiscountOnly(facts: Pick<CustomerFacts, 'orderCount' | 'discountedOrderCount'>): boolean {
  return facts.orderCount > 0 && facts.discountedOrderCount >= facts.orderCount;
}

function matchesNumber(is: NumberComparison, actual: number | null, wanted: number): boolean {
  if (actual === null) return false;
  switch (is) {
    case 'equals':
      return actual === wanted;
    case 'atLeast':
      return actual >= wanted;
    case 'atMost':
      return actual <= wanted;
    case 'moreThan':
      return actual > wanted;
    case 'lessThan':
      return actual < wanted;
    default:
      return assertNever(is);
  }
}

function matchesTime(is: 'before' | 'onOrAfter', actual: number | null, wanted: number | null): boolean {
  if (actual === null || wanted === null) return false;
  return is === 'before' ? actual < wanted : actual >= wanted;
}

/** Overdue by 0 days is overdue at all: the day it was expected on is past. */
function matchesDays(is: 'within' | 'overdueBy', actual: number | null, wanted: number): boolean {
  if (actual === null) return false;
  return is === 'within' ? actual >= 0 && actual <= wanted : actual < 0 && -actual >= wanted;
}

function matchesSet(is: 'anyOf' | 'allOf' | 'noneOf', actual: ReadonlySet<string>, wanted: readonly string[]): boolean {
  if (is === 'allOf') return wanted.every((value) => actual.has(value));
  return wanted.some((value) => actual.has(value)) === (is === 'anyOf');
}
