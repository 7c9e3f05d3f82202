import type { Instant } from '../shared/instant.ts';
import type { Contribution } from './contribution.ts';
import type { CustomerValue } from './customer-value.ts';

/**
 * The value after one of the customer's orders changed from `before` to `after`; null stands for "adds nothing", so a
 * new order is `(null, after)` and a deleted one `(before, null)`.
 *
 * @throws RangeError when a contribution is in another currency, or `before` was never added.
 * @example
 * ```ts
 * applyContributionChange(emptyValue(eur), null, contributionOf(order)).orderCount; // 1
 * ```
 */
export function applyContributionChange(
  value: CustomerValue,
  before: Contribution | null,
  after: Contribution | null,
): CustomerValue {
  const withoutBefore = before === null ? value : subtract(value, before);
  return after === null ? withoutBefore : add(withoutBefore, after);
}

function add(value: CustomerValue, { currency, purchasedAt, ...contribution }: Contribution): CustomerValue {
  requireSameCurrency(value, currency);
  const money = {
    currency,
    grossMinor: value.grossMinor + contribution.grossMinor,
    refundedMinor: value.refundedMinor + contribution.refundedMinor,
  };
  if (purchasedAt === null) return { ...value, ...money };
  return {
    ...money,
    orderCount: value.orderCount + 1,
    discountedOrderCount: value.discountedOrderCount + (contribution.isDiscounted ? 1 : 0),
    purchasedAt: value.purchasedAt.toSpliced(positionAfter(value.purchasedAt, purchasedAt), 0, purchasedAt),
  };
}

function subtract(value: CustomerValue, { currency, purchasedAt, ...contribution }: Contribution): CustomerValue {
  requireSameCurrency(value, currency);
  const money = {
    currency,
    grossMinor: value.grossMinor - contribution.grossMinor,
    refundedMinor: value.refundedMinor - contribution.refundedMinor,
  };
  if (purchasedAt === null) return { ...value, ...money };
  const position = value.purchasedAt.lastIndexOf(purchasedAt);
  if (position === -1) throw new RangeError('This order was never added to the value.');
  return {
    ...money,
    orderCount: value.orderCount - 1,
    discountedOrderCount: value.discountedOrderCount - (contribution.isDiscounted ? 1 : 0),
    purchasedAt: value.purchasedAt.toSpliced(position, 1),
  };
}

/** New purchases are nearly always the latest, so the search starts at the end. */
function positionAfter(sorted: readonly Instant[], at: Instant): number {
  let position = sorted.length;
  while (position > 0 && (sorted[position - 1] ?? at) > at) position -= 1;
  return position;
}

function requireSameCurrency(value: CustomerValue, currency: string): void {
  if (value.currency !== currency) throw new RangeError(`A value in ${value.currency} cannot take ${currency}.`);
}
