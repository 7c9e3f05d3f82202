import type { Instant } from '@regulars/core/shared';
import type { StoreIdentity } from '../simulated-agency.ts';
import type { SimulatedProduct } from '../simulated-product.ts';
import { toSlug } from '../to-slug.ts';
import type { Archetype, CatalogueItem, CatalogueTexts } from './archetype.ts';

/**
 * What a store sells, in its language.
 *
 * @throws RangeError when the archetype has no texts in that language, or lacks one.
 */
export function toProducts(archetype: Archetype, store: StoreIdentity, from: Instant): readonly SimulatedProduct[] {
  const texts = archetype.texts[store.locale];
  if (texts === undefined) throw new RangeError(`${archetype.key} has no catalogue in ${store.locale}.`);
  return archetype.items.map((item) => toProduct(item, texts, store, from));
}

function toProduct(item: CatalogueItem, texts: CatalogueTexts, store: StoreIdentity, from: Instant): SimulatedProduct {
  const text = texts.products[item.id];
  const category = texts.categories[item.category];
  if (text === undefined || category === undefined) throw new RangeError(`${item.id} lacks its texts.`);
  return {
    externalId: item.id,
    title: text.title,
    description: text.description,
    url: `${store.url}/products/${toSlug(text.title)}`,
    imageUrl: null,
    categories: [category],
    tags: item.tags ?? [],
    priceMinor: item.priceMinor,
    currency: store.currency,
    isDigital: item.isDigital ?? false,
    isAvailable: true,
    updatedAt: from,
    replenishmentDays: item.replenishmentDays ?? null,
    series: item.series ?? null,
  };
}
