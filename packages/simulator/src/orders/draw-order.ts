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
import type { StoreShop } from '../store-shop.ts';
import { placeOrder } from './place-order.ts';
import type { Purchase } from './purchase-times.ts';

/** Where an order stands in its customer's story. */
export interface OrderMoment {
  /** What its number ends in; no other order of the customer has it. */
  readonly label: string;
  readonly isFirst: boolean;
  readonly bought: ReadonlySet<string>;
  readonly taste: Random;
  /** Of this order alone. */
  readonly random: Random;
}

/** Somebody who does not wait for sales and happens on one uses it as often as not. */
const luckyShare = 0.5;

/** Fills and places one order. */
export function drawOrder(
  shop: StoreShop,
  customer: SimulatedCustomer,
  purchase: Purchase,
  moment: OrderMoment,
): SimulatedOrder {
  const { archetype, identity, products } = shop;
  const { random, label, isFirst, taste, bought } = moment;
  const { subscribesTo, isDiscountHunter } = customer.rhythm;
  const isGift = subscribesTo === null && random.next() < giftShare(shop, purchase);
  const usesSale = isDiscountHunter || random.next() < luckyShare;
  const found = usesSale && subscribesTo === null ? datesAt(shop.sales, purchase.at) : null;
  const lines: readonly BasketLine[] =
    subscribesTo !== null
      ? [{ product: getProduct(products, subscribesTo), quantity: 1 }]
      : archetype.fillBasket({ random: random.fork('basket'), taste, products, bought, isGift });
  const giftAddress = isGift ? drawAddress(random.fork('gift'), customer.address.country) : null;
  return placeOrder({
    store: identity,
    archetype,
    customer,
    number: toNumber(identity, customer, label),
    at: purchase.at,
    lines,
    sale: found?.period ?? null,
    giftAddress,
    isRenewal: purchase.isRenewal,
    source: purchase.isRenewal ? null : drawSource(random.fork('source'), shop, customer, isFirst),
  });
}

/** `KK-231-4`: the fourth order of customer 231. It depends on no other customer. */
function toNumber({ key, orderPrefix }: StoreIdentity, customer: SimulatedCustomer, label: string): string {
  return `${orderPrefix}${customer.key.slice(key.length).toUpperCase()}-${label}`;
}

function giftShare({ archetype, giftSeasons }: StoreShop, { at }: Purchase): number {
  return datesAt(giftSeasons, at) === null ? archetype.shares.gift : archetype.shares.giftBeforeChristmas;
}

function drawSource(
  random: Random,
  { identity }: StoreShop,
  customer: SimulatedCustomer,
  isFirst: boolean,
): OrderSource {
  const isBrought = isFirst && customer.advocateKey !== null;
  const channel = isBrought
    ? 'referral'
    : choose(random, [
        ['direct', isFirst ? 2 : 6],
        ['search', 5],
        ['social', 2],
        ['email', isFirst ? 0 : 3],
      ]);
  return { channel, landingPage: identity.url, referrerUrl: null, utm: isBrought ? { utm_source: 'friend' } : {} };
}
