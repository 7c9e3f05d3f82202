import type { LineItem } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { toMinor } from './to-minor.ts';
import type { WireLine } from './wire-order.ts';

/**
 * A line with the tax in its amounts, so that `subtotalMinor - discountMinor` is what the customer paid for it.
 * `price` is never read: it is a binary fraction such as 10.799999999999999.
 */
export function toLineItem(line: WireLine, currency: CurrencyCode): LineItem {
  const subtotalMinor = toMinor(line.subtotal, currency) + toMinor(line.subtotal_tax, currency);
  const totalMinor = toMinor(line.total, currency) + toMinor(line.total_tax, currency);
  return {
    externalId: line.id,
    productExternalId: line.product_id,
    variantExternalId: line.variation_id,
    sku: line.sku,
    name: line.parent_name ?? line.name ?? '',
    quantity: line.quantity,
    subtotalMinor,
    discountMinor: subtotalMinor - totalMinor,
    taxMinor: toMinor(line.total_tax, currency),
    categories: [],
    tags: [],
    isDigital: null,
  };
}
