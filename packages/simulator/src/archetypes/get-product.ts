import type { SimulatedProduct } from '../simulated-product.ts';

/** @throws RangeError when the archetype's catalogue has no such item: a mistake in its basket. */
export function getProduct(products: ReadonlyMap<string, SimulatedProduct>, id: string): SimulatedProduct {
  const product = products.get(id);
  if (product === undefined) throw new RangeError(`The catalogue has no ${id}.`);
  return product;
}
