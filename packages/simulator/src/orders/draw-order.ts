import type { OrderSource } from '@regulars/core/commerce';
import type { Random } from '@regulars/core/shared';
import type { BasketLine } from '../archetypes/archetype.ts';
import { getProduct } from '../archetypes/get-product.ts';
import { datesAt } from '../calendar/yearly-period.ts';
import { choose } from '../laws/choose.ts';
import { drawAddress } from '../people/places.ts';
import type { StoreIdentity } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import type { SimulatedOrder } from '../simulated-order.ts';
import type { StoreWorld } from '../store-world.ts';
import { placeOrder } from './place-order.ts';
import type { Purchase } from './purchase-times.ts';

/** Where an order stands in its customer's story. */
export interface OrderMoment {
  /** 0 for the first. */
  readonly index: number;
  readonly bought: ReadonlyMap<string, number>;
  readonly taste: Random;
  /** Of this order alone. */
  readonly random: Random;
}

/** Somebody who does not wait for sales and happens on one uses it as often as not. */
const luckyShare = 0.5;

/** Fills and places one order. */
export function drawOrder(
  world: StoreWorld,
  customer: SimulatedCustomer,
  purchase: Purchase,
  moment: OrderMoment,
): SimulatedOrder {
  const { archetype, identity, products } = world;
  const { random, index, taste, bought } = moment;
  const { subscribesTo, isDiscountHunter } = customer.rhythm;
  const isGift = subscribesTo === null && random.next() < giftShare(world, purchase);
  const usesSale = isDiscountHunter || random.next() < luckyShare;
  const found = usesSale && subscribesTo === null ? datesAt(world.sales, purchase.at) : null;
  const lines: readonly BasketLine[] =
    subscribesTo !== null
      ? [{ product: getProduct(products, subscribesTo), quantity: 1 }]
      : archetype.fillBasket({ random: random.fork('basket'), taste, products, bought, isGift });
  const giftAddress = isGift ? drawAddress(random.fork('gift'), customer.address.country) : null;
  return placeOrder({
    store: identity,
    archetype,
    customer,
    number: toNumber(identity, customer, index),
    at: purchase.at,
    lines,
    sale: found?.period ?? null,
    giftAddress,
    isRenewal: purchase.isRenewal,
    source: purchase.isRenewal ? null : drawSource(random.fork('source'), world, customer, index),
  });
}

/** `KK-231-4`: the fourth order of customer 231. It depends on no other customer. */
function toNumber({ key, orderPrefix }: StoreIdentity, customer: SimulatedCustomer, index: number): string {
  return `${orderPrefix}${customer.key.slice(key.length).toUpperCase()}-${index + 1}`;
}

function giftShare({ archetype, giftSeasons }: StoreWorld, { at }: Purchase): number {
  return datesAt(giftSeasons, at) === null ? archetype.shares.gift : archetype.shares.giftBeforeChristmas;
}

function drawSource(random: Random, { identity }: StoreWorld, customer: SimulatedCustomer, index: number): OrderSource {
  const isBrought = index === 0 && customer.advocateKey !== null;
  const channel = isBrought
    ? 'referral'
    : choose(random, [
        ['direct', index === 0 ? 2 : 6],
        ['search', 5],
        ['social', 2],
        ['email', index === 0 ? 0 : 3],
      ]);
  return { channel, landingPage: identity.url, referrerUrl: null, utm: isBrought ? { utm_source: 'friend' } : {} };
}
