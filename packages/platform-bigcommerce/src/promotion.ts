import { AdapterError, type DiscountCode } from '@regulars/adapter-contracts';
import { toDecimal, toIsoString, type Instant } from '@regulars/core/shared';

/** Only the shop's administration shows the name. It is unique, and what a promotion is known as ours by. */
const namePrefix = 'Regulars reward ';

export function toPromotionName(rewardId: string): string {
  return namePrefix + rewardId;
}

/** @returns null when the name is not one of ours. */
export function toRewardId(promotionName: string): string | null {
  return promotionName.startsWith(namePrefix) ? promotionName.slice(namePrefix.length) : null;
}

/** The promotion a code is of: what it gives, from when until when, and how often. */
export function toPromotion(discountCode: DiscountCode, startsAt: Instant): object {
  const { rewardId, discount, description, expiresAt, usageLimit, minimumSpend } = discountCode;
  const isFreeShipping = discount.kind === 'freeShipping';
  return {
    redemption_type: 'COUPON',
    coupon_type: 'SINGLE',
    name: toPromotionName(rewardId),
    display_name: description,
    status: 'ENABLED',
    rules: [{ action: toAction(discountCode), apply_once: true, stop: false, ...toCondition(discountCode) }],
    max_uses: usageLimit,
    start_date: toIsoString(startsAt),
    ...(expiresAt === null ? {} : { end_date: toIsoString(expiresAt) }),
    // An amount is one in its currency only; a share is one in any.
    currency_code: discount.kind === 'fixed' ? discount.amount.currency : (minimumSpend?.currency ?? '*'),
    // Free shipping goes with what lowers prices; nothing else goes with another discount.
    can_be_used_with_other_promotions: isFreeShipping,
  };
}

function toAction({ discount, productExternalIds }: DiscountCode): object {
  if (discount.kind === 'freeShipping') return { shipping: { free_shipping: true, zone_ids: '*' } };
  // It comes into the basket by itself.
  if (discount.kind === 'freeGift')
    return { gift_item: { product_id: Number(discount.productExternalId), quantity: 1 } };
  const given =
    discount.kind === 'percent'
      ? { percentage_amount: String(discount.percent) }
      : { fixed_amount: toDecimal(discount.amount) };
  if (productExternalIds === undefined) return { cart_value: { discount: given } };
  return {
    cart_items: {
      discount: given,
      // An amount is taken off once, not off each item.
      as_total: true,
      include_items_considered_by_condition: true,
      items: { products: productExternalIds.map(Number) },
    },
  };
}

function toCondition({ minimumSpend }: DiscountCode): object {
  return minimumSpend === null ? {} : { condition: { cart: { minimum_spend: toDecimal(minimumSpend) } } };
}

/** What BigCommerce cannot do is refused before anything is made. */
export function refuseImpossible({
  code,
  discount,
  restrictedToEmail,
  productExternalIds,
  minimumSpend,
}: DiscountCode) {
  if (restrictedToEmail !== null) throw refusal('BigCommerce cannot bind a code to one customer.');
  if (!/^[A-Za-z0-9 _-]{1,50}$/.test(code)) {
    throw refusal('A code is up to 50 letters, digits, blanks, dashes and underscores.');
  }
  if (discount.kind === 'percent' && !(discount.percent > 0 && discount.percent <= 100))
    throw refusal('A discount is more than 0 and at most 100 per cent.');
  if (discount.kind === 'fixed' && minimumSpend !== null && minimumSpend.currency !== discount.amount.currency)
    throw refusal('The discount and the spend it needs are of different currencies.');
  if (productExternalIds?.some((id) => !/^\d+$/.test(id))) throw refusal('A product’s id is a whole number.');
  if (discount.kind === 'freeGift' && !/^\d+$/.test(discount.productExternalId))
    throw refusal('A product’s id is a whole number.');
  if (discount.kind === 'freeShipping' && productExternalIds !== undefined)
    throw refusal('Free shipping is for the whole order, not for some products.');
  if (discount.kind === 'freeGift' && productExternalIds !== undefined)
    throw refusal('A gift is one product, and is not limited to others.');
}

function refusal(message: string): AdapterError {
  return new AdapterError(message, { kind: 'invalid', outcome: 'notDone' });
}
