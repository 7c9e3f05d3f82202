import { choose, pick } from '../../laws/choose.ts';
import type { BasketLine, BasketMoment } from '../archetype.ts';
import { getProduct } from '../get-product.ts';

const beans = [
  ['house-espresso', 30],
  ['house-espresso-1kg', 12],
  ['decaf', 7],
  ['brazil-cerrado', 12],
  ['guatemala-antigua', 10],
  ['colombia-huila', 11],
  ['ethiopia-guji', 12],
  ['kenya-nyeri', 6],
] as const;

const equipment = ['dripper', 'french-press', 'hand-grinder', 'kettle'];
const gifts = ['tasting-box', 'tasting-box', 'gift-card', 'french-press', 'dripper'];

/** The favourite most of the time, now and then another; filters and descaler when they run out; things once. */
export function fillCoffeeBasket(moment: BasketMoment): readonly BasketLine[] {
  const { random, taste, products, bought, isGift } = moment;
  if (isGift) return [{ product: getProduct(products, pick(random, gifts)), quantity: 1 }];
  const isFirst = bought.size === 0;
  if (isFirst && random.next() < 0.22) return [{ product: getProduct(products, 'tasting-box'), quantity: 1 }];
  const favourite = choose(taste.fork('beans'), beans);
  const chosen = random.next() < 0.68 ? favourite : choose(random, beans);
  const quantity = chosen === 'house-espresso-1kg' ? 1 : choose(random, quantities);
  const ids = [...addOns(moment), ...(random.next() < (isFirst ? 0.1 : 0.04) ? missing(moment) : [])];
  return [
    { product: getProduct(products, chosen), quantity },
    ...ids.map((id) => ({ product: getProduct(products, id), quantity: 1 })),
  ];
}

const quantities = [
  [1, 45],
  [2, 38],
  [3, 12],
  [4, 5],
] as const;

/** Who brews by the cup buys filters; who has a machine, descaler. */
function addOns({ random, taste }: BasketMoment): readonly string[] {
  if (random.next() >= 0.14) return [];
  return [taste.fork('brewing').next() < 0.6 ? 'paper-filters' : 'descaler'];
}

function missing({ random, bought }: BasketMoment): readonly string[] {
  const thing = pick(random, equipment);
  return bought.has(thing) ? [] : [thing];
}
