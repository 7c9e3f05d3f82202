import type { Product } from '@regulars/core/commerce';
import type { CurrencyCode, Instant } from '@regulars/core/shared';
import { toMinor } from './to-minor.ts';

export interface ProductFacts {
  readonly id: string;
  readonly title: string;
  readonly handle: string | null;
  readonly isActive: boolean;
  readonly isPublished: boolean;
  readonly productType: string | null;
  readonly tags: readonly string[];
  readonly imageUrl: string | null;
  readonly prices: readonly string[];
  /** For each variant; null where it is not told. */
  readonly needShipping: readonly (boolean | null)[];
  readonly updatedAt: Instant;
}

/**
 * The product's type is its category: collections are told by no webhook, and would come and go.
 *
 * @param currency - the shop's; null when it is not known, and prices are left out.
 */
export function toProduct(product: ProductFacts, domain: string, currency: CurrencyCode | null): Product {
  const pricesMinor = currency === null ? [] : product.prices.map((price) => toMinor(price, currency));
  const told = product.needShipping.filter((needs) => needs !== null);
  return {
    externalId: product.id,
    title: product.title,
    url: product.handle === null ? null : `https://${domain}/products/${product.handle}`,
    imageUrl: product.imageUrl,
    categories: product.productType === null ? [] : [product.productType],
    tags: product.tags,
    // What the shop shows as "from"; null when there is nothing to buy.
    priceMinor: pricesMinor.length === 0 ? null : Math.min(...pricesMinor),
    currency,
    isDigital: told.length === 0 ? null : told.every((needs) => !needs),
    isAvailable: product.isActive && product.isPublished,
    updatedAt: product.updatedAt,
  };
}
