import { choose } from '../../laws/choose.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

export function fillKnifeBasket({ random, products }: BasketMoment): readonly BasketLine[] {
  const id = choose(random, [
    ['chefs-knife', 3],
    ['paring-knife', 2],
    ['whetstone', 2],
    ['camellia-oil', 1],
  ]);
  return [{ product: getProduct(products, id), quantity: 1 }];
}
