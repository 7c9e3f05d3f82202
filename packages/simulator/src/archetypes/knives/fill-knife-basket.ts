import { choose } from '../../laws/choose.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

type Weights = readonly (readonly [string, number])[];

const first: Weights = [
  ['chefs-knife', 34],
  ['santoku', 22],
  ['paring-knife', 13],
  ['bread-knife', 8],
  ['whetstone-1000', 7],
  ['boning-knife', 4],
  ['honing-rod', 4],
  ['oak-board', 5],
  ['sharpening-course', 3],
];

/** What an owner of a good knife comes back for. */
const later: Weights = [
  ['whetstone-1000', 15],
  ['paring-knife', 13],
  ['sharpening-by-post', 13],
  ['bread-knife', 10],
  ['camellia-oil', 9],
  ['whetstone-6000', 7],
  ['oak-board', 7],
  ['santoku', 6],
  ['boning-knife', 5],
  ['honing-rod', 5],
  ['sharpening-course', 5],
  ['strop', 4],
  ['chefs-knife', 4],
  ['knife-guard', 4],
  ['knife-roll', 3],
];

const gifts: Weights = [
  ['paring-knife', 22],
  ['chefs-knife', 20],
  ['steak-knives', 18],
  ['gift-card', 16],
  ['oak-board', 14],
  ['santoku', 10],
];

const extras: Weights = [
  ['camellia-oil', 5],
  ['knife-guard', 4],
  ['honing-rod', 2],
  ['paring-knife', 2],
];

/** Nobody needs a second one for themselves, but presents are given again, and oil and sharpening run out. */
export function fillKnifeBasket({ random, products, bought, isGift }: BasketMoment): readonly BasketLine[] {
  if (isGift) return [{ product: getProduct(products, choose(random, gifts)), quantity: 1 }];
  const isNeeded = ([id]: readonly [string, number]) =>
    !bought.has(id) || getProduct(products, id).replenishmentDays !== null;
  const main = choose(random, (bought.size === 0 ? first : later).filter(isNeeded));
  const others = extras.filter((extra) => isNeeded(extra) && extra[0] !== main);
  const ids = random.next() < 0.24 && others.length > 0 ? [main, choose(random, others)] : [main];
  return ids.map((id) => ({ product: getProduct(products, id), quantity: 1 }));
}
