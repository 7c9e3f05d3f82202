import type { LineItem } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { LineFacts } from './facts.ts';
import { sumMinor, toMinor } from './to-minor.ts';

/** The mark of a line that sells a gift card: money now, goods later. */
const giftCardTag = 'gift_card';

/**
 * A line with the tax in its amounts, so that `subtotalMinor - discountMinor` is what the customer paid for it. Shopify
 * reckons tax after the discount; it is added to the price before it, and the discount stays as the shop gave it.
 */
export function toLineItem(line: LineFacts, currency: CurrencyCode, taxesIncluded: boolean): LineItem {
  const taxMinor = sumMinor(line.taxes, currency);
  return {
    externalId: line.id,
    productExternalId: line.productId,
    variantExternalId: line.variantId,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    subtotalMinor: toMinor(line.unitPrice, currency) * line.quantity + (taxesIncluded ? 0 : taxMinor),
    discountMinor: sumMinor(line.discounts, currency),
    taxMinor,
    categories: [],
    tags: line.isGiftCard ? [giftCardTag] : [],
    isDigital: line.requiresShipping === null ? null : !line.requiresShipping,
  };
}
