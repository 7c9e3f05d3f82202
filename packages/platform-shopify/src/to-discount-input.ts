import type { DiscountCode } from '@regulars/adapter-contracts';
import { minuteMs, plus, toDecimal, toIsoString, type Instant } from '@regulars/core/shared';

/** The tag that marks a discount as one of ours; it is for search, and customers do not see it. */
export const rewardTag = 'regulars-reward:';

/** A code holds at once, also where Shopify's clock is behind ours. */
const headStartMs = 5 * minuteMs;

/** What every kind of discount has: its code, its time, its uses, and who may use it (`context`). */
export function toCommonInput(
  { code, rewardId, usageLimit, expiresAt, minimumSpend, discount }: DiscountCode,
  now: Instant,
  context: object,
): object {
  return {
    // Customers see the title at the checkout, so it says no more than the code does.
    title: code,
    code,
    startsAt: toIsoString(plus(now, -headStartMs)),
    endsAt: expiresAt === null ? null : toIsoString(expiresAt),
    usageLimit,
    appliesOncePerCustomer: true,
    context,
    ...(minimumSpend === null
      ? {}
      : { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal: toDecimal(minimumSpend) } } }),
    // Free shipping goes with what lowers prices; nothing else goes with another discount.
    combinesWith: {
      orderDiscounts: discount.kind === 'freeShipping',
      productDiscounts: discount.kind === 'freeShipping',
      shippingDiscounts: false,
    },
    tags: ['regulars', rewardTag + rewardId],
  };
}

/**
 * A share is told as a fraction of one; an amount is taken off once, not off each item.
 *
 * @param giftPrice - the price of one piece of the gift, where there is one.
 */
export function toCustomerGets({ discount, productExternalIds }: DiscountCode, giftPrice: string | null): object {
  if (discount.kind === 'freeGift') return { value: toAmount(giftPrice), items: toItems([discount.productExternalId]) };
  const items = productExternalIds === undefined ? { all: true } : toItems(productExternalIds);
  if (discount.kind === 'percent') return { value: { percentage: toFraction(discount.percent) }, items };
  if (discount.kind === 'fixed') return { value: toAmount(toDecimal(discount.amount)), items };
  throw new TypeError('Free shipping is no discount on items.');
}

function toAmount(amount: string | null): object {
  return { discountAmount: { amount, appliesOnEachItem: false } };
}

function toItems(productExternalIds: readonly string[]): object {
  return { products: { productsToAdd: productExternalIds.map((id) => `gid://shopify/Product/${id}`) } };
}

/** Free of what binary fractions add: 33.3 per cent are 0.333. */
function toFraction(percent: number): number {
  return Math.round(percent * 10_000) / 1_000_000;
}
