import { z } from 'zod';
import type { ProductFacts } from '../model/to-product.ts';
import { amount, date, list, ownId, tags, text, toOwnId } from './wire.ts';

export const wireProduct = z
  .object({
    ...ownId,
    title: text,
    handle: text,
    status: text,
    published_at: text,
    product_type: text,
    tags,
    updated_at: date,
    image: z.object({ src: text }).nullish(),
    images: list(z.object({ src: text })),
    variants: list(
      z.object({
        price: amount.nullish(),
        requires_shipping: z.boolean().nullish(),
        inventory_policy: text,
        inventory_quantity: z.number().nullish(),
        inventory_management: z.string().nullish(),
      }),
    ),
  })
  .transform((product, context): ProductFacts => {
    const externalId = toOwnId(product);
    if (externalId === null) {
      context.issues.push({ code: 'custom', path: ['id'], message: 'Must be the id of a product.', input: null });
      return z.NEVER;
    }
    return {
      id: externalId,
      title: product.title ?? '',
      handle: product.handle,
      isActive: product.status === null ? product.published_at !== null : product.status === 'active',
      isPublished: product.published_at !== null,
      productType: product.product_type,
      tags: product.tags,
      imageUrl: product.image?.src ?? product.images[0]?.src ?? null,
      prices: product.variants.flatMap(({ price }) => price ?? []),
      needShipping: product.variants.map((variant) => variant.requires_shipping ?? null),
      updatedAt: product.updated_at,
    };
  });
