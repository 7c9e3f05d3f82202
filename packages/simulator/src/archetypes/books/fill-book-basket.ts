import { pick } from '../../laws/choose.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';

export function fillBookBasket({ random, products, bought }: BasketMoment): readonly BasketLine[] {
  const all = [...products.values()];
  const unread = all.filter(({ externalId }) => !bought.has(externalId));
  return [{ product: pick(random, unread.length > 0 ? unread : all), quantity: 1 }];
}
