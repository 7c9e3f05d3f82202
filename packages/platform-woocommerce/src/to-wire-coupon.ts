import { AdapterError, type DiscountCode } from '@regulars/adapter-contracts';
import { toDecimal, toIsoString } from '@regulars/core/shared';

/** The meta that marks a coupon as one of ours. The underscore hides it from the shop's own lists. */
export const rewardMetaKey = '_regulars_reward_id';

/** The coupon as WooCommerce is asked for it; what it would take and not honor is refused before it is asked. */
export function toWireCoupon(discountCode: DiscountCode): object {
  refuseImpossible(discountCode);
  const { code, rewardId, usageLimit, expiresAt, minimumSpend, restrictedToEmail, description } = discountCode;
  const products = toProducts(discountCode);
  return {
    code,
    ...toWireDiscount(discountCode),
    individual_use: true,
    usage_limit: usageLimit,
    usage_limit_per_user: 1,
    // `date_expires_gmt` is ignored without a word; with a zone, `date_expires` is exact in every shop.
    ...(expiresAt === null ? {} : { date_expires: toIsoString(expiresAt).replace(/\.\d+Z$/, 'Z') }),
    ...(minimumSpend === null ? {} : { minimum_amount: toDecimal(minimumSpend) }),
    ...(restrictedToEmail === null ? {} : { email_restrictions: [restrictedToEmail] }),
    ...(products === undefined ? {} : { product_ids: products.map(Number) }),
    description,
    meta_data: [{ key: rewardMetaKey, value: rewardId }],
  };
}

function toWireDiscount({ discount, productExternalIds }: DiscountCode): object {
  if (discount.kind === 'percent') return { discount_type: 'percent', amount: String(discount.percent) };
  // WooCommerce knows no gift: one piece of it goes off whole, once the customer has put it into the basket.
  if (discount.kind === 'freeGift') return { discount_type: 'percent', amount: '100', limit_usage_to_x_items: 1 };
  // A coupon of nothing: what it is good for is that free shipping asks for it.
  if (discount.kind === 'freeShipping') return { discount_type: 'fixed_cart', amount: '0', free_shipping: true };
  const amount = toDecimal(discount.amount);
  // `fixed_cart` lets the listed products open the coupon, and takes the amount off everything else as well.
  return productExternalIds === undefined
    ? { discount_type: 'fixed_cart', amount }
    : { discount_type: 'fixed_product', amount, limit_usage_to_x_items: 1 };
}

function toProducts({ discount, productExternalIds }: DiscountCode): readonly string[] | undefined {
  return discount.kind === 'freeGift' ? [discount.productExternalId] : productExternalIds;
}

function refuseImpossible(discountCode: DiscountCode): void {
  const { discount, productExternalIds } = discountCode;
  // WooCommerce 8 takes more than 100 per cent.
  if (discount.kind === 'percent' && !(discount.percent > 0 && discount.percent <= 100))
    throw refusal('A discount is more than 0 and at most 100 per cent.');
  if (discount.kind === 'freeGift' && productExternalIds !== undefined)
    throw refusal('A gift is one product, and is not limited to others.');
  // A coupon without products would be for all of them.
  if (toProducts(discountCode)?.some((id) => !/^\d+$/.test(id))) throw refusal('A product’s id is a whole number.');
}

function refusal(message: string): AdapterError {
  return new AdapterError(message, { kind: 'invalid', outcome: 'notDone' });
}
