import { assertNever } from '../shared/assert-never.ts';
import type { CustomerFacts } from './customer-facts.ts';
import { isDiscountOnly, matchesLeaf } from './evaluate.ts';
import type { SegmentLeaf, SegmentRule } from './segment-rule.ts';

/** One question that decided, where it stands in the rule, and what was found. */
export interface DecidingLeaf {
  /** JSON pointer into the rule. */
  readonly path: string;
  readonly leaf: SegmentLeaf;
  readonly matches: boolean;
  /** The customer's own value; for `boughtProduct` and `boughtCategory` those of the wanted ones that were bought. */
  readonly actual: number | string | boolean | readonly string[] | null;
}

export interface SegmentExplanation {
  readonly matches: boolean;
  /** The leaves without which the answer could be another one. */
  readonly deciding: readonly DecidingLeaf[];
}

/**
 * Why the customer is, or is not, in the segment: of `all` that failed only the failing parts decide, of `any` that
 * held only the holding ones.
 *
 * @example
 * ```ts
 * explain({ field: 'country', is: 'oneOf', value: ['NL'] }, facts);
 * // { matches: false, deciding: [{ path: '', leaf: …, matches: false, actual: 'BE' }] }
 * ```
 */
export function explain(rule: SegmentRule, facts: CustomerFacts): SegmentExplanation {
  return explainAt(rule, facts, '');
}

function explainAt(rule: SegmentRule, facts: CustomerFacts, path: string): SegmentExplanation {
  if ('all' in rule) return join(rule.all, facts, `${path}/all`, false);
  if ('any' in rule) return join(rule.any, facts, `${path}/any`, true);
  if ('not' in rule) {
    const inner = explainAt(rule.not, facts, `${path}/not`);
    return { matches: !inner.matches, deciding: inner.deciding };
  }
  const matches = matchesLeaf(rule, facts);
  return { matches, deciding: [{ path, leaf: rule, matches, actual: readActual(rule, facts) }] };
}

/** One part that answers `decisive` settles the group: false for `all`, true for `any`. */
function join(
  rules: readonly SegmentRule[],
  facts: CustomerFacts,
  path: string,
  decisive: boolean,
): SegmentExplanation {
  const parts = rules.map((rule, index) => explainAt(rule, facts, `${path}/${index}`));
  const settling = parts.filter((part) => part.matches === decisive);
  const reasons = settling.length > 0 ? settling : parts;
  return {
    matches: settling.length > 0 ? decisive : !decisive,
    deciding: reasons.flatMap((part) => part.deciding),
  };
}

function readActual(leaf: SegmentLeaf, facts: CustomerFacts): DecidingLeaf['actual'] {
  switch (leaf.field) {
    case 'discountOnly':
      return isDiscountOnly(facts);
    case 'boughtProduct':
      return leaf.value.filter((id) => facts.productExternalIds.has(id));
    case 'boughtCategory':
      return leaf.value.filter((category) => facts.categories.has(category));
    case 'orderCount':
    case 'discountedOrderCount':
    case 'netSpentMinor':
    case 'averageOrderMinor':
    case 'firstPurchaseAt':
    case 'lastPurchaseAt':
    case 'firstPurchaseDaysAgo':
    case 'lastPurchaseDaysAgo':
    case 'country':
    case 'probabilityAlive':
    case 'predictedValueMinor':
    case 'nextPurchaseInDays':
      return facts[leaf.field];
    default:
      return assertNever(leaf);
  }
}
