import type { Product } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { WireProduct } from '../wire/wire-product.ts';
import { toMinor } from './to-minor.ts';

/** What a product does not tell of itself. */
export interface ProductSurroundings {
  /** Without a slash at the end; null when it is not known. */
  readonly storeUrl: string | null;
  /** The store's own: prices in the catalog are in it. */
  readonly currency: CurrencyCode | null;
  readonly categoryNames: ReadonlyMap<number, string>;
}

/** Disabled products are listed and cannot be bought; a pre-order can. */
export function toProduct(product: WireProduct, { storeUrl, currency, categoryNames }: ProductSurroundings): Product {
  const path = product.custom_url?.url ?? null;
  const price = product.calculated_price ?? product.price;
  return {
    externalId: product.id,
    title: product.name,
    url: path === null || storeUrl === null ? null : storeUrl + path,
    imageUrl: product.primary_image?.url_standard ?? null,
    categories: product.categories.flatMap((id) => categoryNames.get(id) ?? []),
    tags: [],
    priceMinor: price === null || currency === null ? null : toMinor(price, currency),
    currency,
    isDigital: product.type === null ? null : product.type !== 'physical',
    isAvailable: product.is_visible && product.availability !== 'disabled',
    updatedAt: product.date_modified,
  };
}
