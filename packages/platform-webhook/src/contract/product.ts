import type { Product } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import { currency, externalId, instant, optionalFlag, requiredText, text, texts } from './fields.ts';
import { toMinor, type WireAmount } from './money.ts';

/** A product as it is sold now, whole. */
export function createProductSchema(amount: z.ZodType<WireAmount>) {
  return z
    .object({
      externalId,
      title: requiredText,
      url: text,
      imageUrl: text,
      categories: texts,
      tags: texts,
      price: amount.nullish(),
      currency: currency.nullish(),
      digital: optionalFlag,
      status: z
        .enum(['active', 'draft', 'archived'], { error: 'Must be "active", "draft" or "archived".' })
        .optional()
        .default('active'),
      updatedAt: instant,
    })
    .refine((product) => (product.price ?? null) === null || (product.currency ?? null) !== null, {
      path: ['currency'],
      error: 'Must be given with a price.',
    });
}

export function toProduct(wire: z.output<ReturnType<typeof createProductSchema>>, code: CurrencyCode | null): Product {
  const price = wire.price ?? null;
  return {
    externalId: wire.externalId,
    title: wire.title,
    url: wire.url,
    imageUrl: wire.imageUrl,
    categories: wire.categories,
    tags: wire.tags,
    priceMinor: price === null || code === null ? null : toMinor(price, code),
    currency: code,
    isDigital: wire.digital,
    isAvailable: wire.status === 'active',
    updatedAt: wire.updatedAt,
  };
}
