import type { Product } from '@regulars/core/commerce';
import { parseCurrency, parseDecimal } from '@regulars/core/shared';
import { z } from 'zod';
import type { WooCommerceConfig } from './config.ts';
import { decodeEntities } from './decode-entities.ts';
import { gmtDate, id, text } from './wire.ts';

const named = z
  .array(z.object({ name: z.string() }))
  .optional()
  .default([]);

/** The parts of a `wc/v3` product that are used. */
export const wireProduct = z.object({
  id,
  type: z.string().optional(),
  name: text,
  permalink: text,
  status: z.union([z.string(), z.boolean()]).optional(),
  /** Not what somebody paid; a shop's plugin may put a range or words here, which is no reason to lose the product. */
  price: text,
  virtual: z.boolean().optional(),
  downloadable: z.boolean().optional(),
  stock_status: z.string().optional(),
  categories: named,
  tags: named,
  images: z
    .array(z.object({ src: text }))
    .optional()
    .default([]),
  date_modified_gmt: gmtDate,
});

export type WireProduct = z.output<typeof wireProduct>;

export function toProduct(product: WireProduct, config: WooCommerceConfig): Product {
  const currency = config.currency === undefined ? null : parseCurrency(config.currency);
  return {
    externalId: String(product.id),
    title: decodeEntities(product.name ?? ''),
    url: product.permalink,
    imageUrl: product.images[0]?.src ?? null,
    categories: product.categories.map(({ name }) => decodeEntities(name)),
    tags: product.tags.map(({ name }) => decodeEntities(name)),
    priceMinor: currency === null || product.price === null ? null : parseDecimal(product.price, currency),
    currency,
    isDigital:
      product.virtual === undefined && product.downloadable === undefined
        ? null
        : product.virtual === true || product.downloadable === true,
    isAvailable: product.status === 'publish' && product.stock_status !== 'outofstock',
    updatedAt: product.date_modified_gmt,
  };
}
