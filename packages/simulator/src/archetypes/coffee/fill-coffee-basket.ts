import { choose } from '../../laws/choose.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

export function fillCoffeeBasket({ random, products }: BasketMoment): readonly BasketLine[] {
  const beans = choose(random, [
    ['huisblend-espresso', 3],
    ['ethiopie-filter', 2],
  ]);
  return [{ product: getProduct(products, beans), quantity: 1 + random.below(2) }];
}
