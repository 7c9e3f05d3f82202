import { AdapterError, type DiscountCode, type ExistingDiscountCode } from '@regulars/adapter-contracts';
import { toDecimal, toIsoString } from '@regulars/core/shared';
import { z } from 'zod';
import type { WooCommerceClient } from './client.ts';

/** The meta that marks a coupon as one of ours. The underscore hides it from the shop's own lists. */
const rewardMetaKey = '_regulars_reward_id';

const wireCoupon = z.object({
  id: z.int(),
  code: z.string(),
  usage_count: z.int().nonnegative().optional().default(0),
  meta_data: z
    .array(z.object({ key: z.string(), value: z.unknown() }))
    .optional()
    .default([]),
});

/** The coupon with this code, or null. WooCommerce compares without case and keeps codes in lower case. */
export async function findDiscountCode(client: WooCommerceClient, code: string): Promise<ExistingDiscountCode | null> {
  const found = z.array(wireCoupon).safeParse(await client.get('coupons', { code }));
  if (!found.success)
    throw new AdapterError("The store's list of coupons cannot be read.", { kind: 'unavailable', outcome: 'notDone' });
  const coupon = found.data.find((candidate) => candidate.code.toLowerCase() === code.toLowerCase());
  return coupon === undefined ? null : toExisting(coupon);
}

/** Makes a coupon; WooCommerce itself refuses a code it has, as `invalid`. */
export async function createDiscountCode(
  client: WooCommerceClient,
  discountCode: DiscountCode,
): Promise<ExistingDiscountCode> {
  const made = wireCoupon.safeParse(await client.post('coupons', toWireCoupon(discountCode)));
  if (made.success) return toExisting(made.data);
  throw new AdapterError('The store answered, but not with the coupon.', { kind: 'unavailable', outcome: 'unknown' });
}

/** Deletes for good; one that is gone already is as good as deleted. */
export async function deleteDiscountCode(client: WooCommerceClient, externalId: string): Promise<void> {
  if (!/^\d+$/.test(externalId))
    throw new AdapterError('This is no id of a coupon.', { kind: 'invalid', outcome: 'notDone' });
  try {
    await client.delete(`coupons/${externalId}`, { force: 'true' });
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'notFound') return;
    throw error;
  }
}

function toWireCoupon({
  code,
  rewardId,
  discount,
  usageLimit,
  expiresAt,
  minimumSpend,
  restrictedToEmail,
  productExternalIds,
  description,
}: DiscountCode): object {
  if (discount.kind === 'percent' && !(discount.percent > 0 && discount.percent <= 100)) {
    // WooCommerce 8 takes more than 100 per cent.
    throw new AdapterError('A discount is more than 0 and at most 100 per cent.', {
      kind: 'invalid',
      outcome: 'notDone',
    });
  }
  return {
    code,
    ...toWireDiscount(discount),
    individual_use: true,
    usage_limit: usageLimit,
    usage_limit_per_user: 1,
    // `date_expires_gmt` is ignored without a word; with a zone, `date_expires` is exact in every shop.
    ...(expiresAt === null ? {} : { date_expires: toIsoString(expiresAt).replace(/\.\d+Z$/, 'Z') }),
    ...(minimumSpend === null ? {} : { minimum_amount: toDecimal(minimumSpend) }),
    ...(restrictedToEmail === null ? {} : { email_restrictions: [restrictedToEmail] }),
    ...(productExternalIds === undefined ? {} : { product_ids: productExternalIds.map(Number) }),
    description,
    meta_data: [{ key: rewardMetaKey, value: rewardId }],
  };
}

function toWireDiscount(discount: DiscountCode['discount']): object {
  if (discount.kind === 'percent') return { discount_type: 'percent', amount: String(discount.percent) };
  if (discount.kind === 'fixed') return { discount_type: 'fixed_cart', amount: toDecimal(discount.amount) };
  // A coupon of nothing: what it is good for is that free shipping asks for it.
  return { discount_type: 'fixed_cart', amount: '0', free_shipping: true };
}

function toExisting(coupon: z.output<typeof wireCoupon>): ExistingDiscountCode {
  const rewardId = coupon.meta_data.find(({ key }) => key === rewardMetaKey)?.value;
  return {
    externalId: String(coupon.id),
    code: coupon.code,
    rewardId: typeof rewardId === 'string' ? rewardId : null,
    timesUsed: coupon.usage_count,
  };
}
