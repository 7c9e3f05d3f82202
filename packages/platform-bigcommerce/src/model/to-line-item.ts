import type { LineItem } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { WireLine } from '../wire/wire-line.ts';
import { sumMinor, toMinor } from './to-minor.ts';

/** The mark of a line that sells a gift certificate: money now, goods later. */
export const giftCardTag = 'gift_card';

/**
 * A line with the tax in its amounts. What was chosen with another line, e.g. from a pick list, is paid with that one: it
 * is kept for what it is, at no price.
 */
export function toLineItem(line: WireLine, currency: CurrencyCode): LineItem {
  const isPaidWithOther = line.parent_order_product_id !== null;
  const isGiftCard = line.type === 'giftcertificate';
  const discounts = line.applied_discounts.map(({ amount }) => amount);
  return {
    externalId: line.id,
    productExternalId: line.product_id,
    variantExternalId: line.variant_id,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    subtotalMinor: isPaidWithOther ? 0 : toMinor(line.total_inc_tax, currency),
    discountMinor: isPaidWithOther ? 0 : sumMinor(discounts, currency),
    taxMinor: isPaidWithOther ? 0 : toMinor(line.total_tax, currency),
    categories: [],
    tags: isGiftCard ? [giftCardTag] : [],
    isDigital: line.type === null ? null : line.type !== 'physical',
  };
}
