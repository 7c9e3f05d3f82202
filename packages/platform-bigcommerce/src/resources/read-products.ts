import { toRejection } from '@regulars/adapter-contracts';
import { fail, ok } from '@regulars/core/shared';
import { readData } from '../api/read-answer.ts';
import { toProduct } from '../model/to-product.ts';
import type { Store } from '../store.ts';
import { wireCategory, wireProduct } from '../wire/wire-product.ts';
import type { Get, ReadEvents } from './read-orders.ts';

export const withImage = { include: 'primary_image' };

/** A product tells the numbers of its categories; their names are fetched for all of these at once. */
export async function readProducts(get: Get, store: Store, raws: readonly unknown[]): Promise<readonly ReadEvents[]> {
  const products = raws.map((raw) => wireProduct.safeParse(raw));
  const categoryIds = new Set(products.flatMap(({ data }) => data?.categories ?? []));
  const surroundings = {
    storeUrl: store.url,
    currency: store.currency,
    categoryNames: await readCategoryNames(get, [...categoryIds]),
  };
  return products.map((read): ReadEvents => {
    if (!read.success) return fail(toRejection('bigcommerce.invalid', read.error));
    return ok([{ kind: 'productUpserted', product: toProduct(read.data, surroundings) }]);
  });
}

/** More ids than these make the address of a call too long. */
const categoriesAtOnce = 250;

async function readCategoryNames(get: Get, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  for (let at = 0; at < ids.length; at += categoriesAtOnce) {
    const wanted = ids.slice(at, at + categoriesAtOnce).join(',');
    const rows = readData(
      await get('v3/catalog/trees/categories', { 'category_id:in': wanted, limit: categoriesAtOnce }),
    );
    for (const row of rows) {
      const read = wireCategory.safeParse(row);
      if (read.success) names.set(read.data.category_id, read.data.name);
    }
  }
  return names;
}
