import { AdapterError, type DiscountCode, type ExistingDiscountCode } from '@regulars/adapter-contracts';
import { z } from 'zod';
import type { WooCommerceClient } from './client.ts';
import { rewardMetaKey, toWireCoupon } from './to-wire-coupon.ts';

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

function toExisting(coupon: z.output<typeof wireCoupon>): ExistingDiscountCode {
  const rewardId = coupon.meta_data.find(({ key }) => key === rewardMetaKey)?.value;
  return {
    externalId: String(coupon.id),
    code: coupon.code,
    rewardId: typeof rewardId === 'string' ? rewardId : null,
    timesUsed: coupon.usage_count,
  };
}
