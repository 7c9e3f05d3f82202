import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import type { ProductFacts } from '../model/to-product.ts';
import { amount, gid } from '../wire/wire.ts';
import { instant, optionalInstant, page, text } from './fields.ts';

/** Changed longest ago first. */
export const listProducts = defineOperation(
  z.object({ products: page }),
  /* GraphQL */ `query ListProducts($first: Int!, $after: String, $query: String) {
  products(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id title handle status publishedAt productType tags updatedAt
      featuredMedia { preview { image { url } } }
      variants(first: 50) { nodes { price inventoryItem { requiresShipping } } }
    }
  }
}`,
);

/** Null for a product the store does not have. */
export const readPrice = defineOperation(
  z.object({
    product: z.object({ priceRangeV2: z.object({ maxVariantPrice: z.object({ amount: z.string() }) }) }).nullable(),
  }),
  /* GraphQL */ `query ReadPrice($id: ID!) {
  product(id: $id) { priceRangeV2 { maxVariantPrice { amount } } }
}`,
);

export const productNode = z
  .object({
    id: gid,
    title: text,
    handle: text,
    status: z.string(),
    publishedAt: optionalInstant,
    productType: text,
    tags: z.array(z.string()),
    updatedAt: instant,
    featuredMedia: z.object({ preview: z.object({ image: z.object({ url: text }).nullish() }).nullish() }).nullish(),
    variants: z.object({
      nodes: z.array(z.object({ price: amount, inventoryItem: z.object({ requiresShipping: z.boolean() }).nullish() })),
    }),
  })
  .transform((product): ProductFacts => ({
    id: product.id,
    title: product.title ?? '',
    handle: product.handle,
    isActive: product.status === 'ACTIVE',
    isPublished: product.publishedAt !== null,
    productType: product.productType,
    tags: product.tags,
    imageUrl: product.featuredMedia?.preview?.image?.url ?? null,
    prices: product.variants.nodes.map(({ price }) => price),
    needShipping: product.variants.nodes.map(({ inventoryItem: item }) => item?.requiresShipping ?? null),
    updatedAt: product.updatedAt,
  }));
