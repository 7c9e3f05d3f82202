import { dayMs, plus, type Instant, type Random } from '@regulars/core/shared';
import { drawExponential } from '@regulars/core/numeric';
import { boughtProducts } from '../orders/bought-products.ts';
import { drawOrder } from '../orders/draw-order.ts';
import { drawFate, liveOrder } from '../orders/live-order.ts';
import type { SimulatedStore } from '../simulated-agency.ts';
import type { SimulatedCustomer } from '../simulated-customer.ts';
import { createStoreShop } from '../store-shop.ts';
import type { Reaction } from './reaction.ts';

/** Somebody takes up what they were given, some days later. */
export function useReward(
  store: SimulatedStore,
  customer: SimulatedCustomer,
  random: Random,
  at: Instant,
): Extract<Reaction, { kind: 'usesReward' }> {
  const placedAt = plus(at, 4 * drawExponential(random) * dayMs);
  const shop = { ...createStoreShop(store, store.products, placedAt, plus(placedAt, dayMs)), sales: [] };
  const before = store.happenings.filter(
    ({ kind, order }) => kind === 'orderPlaced' && order.customerKey === customer.key,
  );
  const placed = drawOrder(
    shop,
    { ...customer, rhythm: { ...customer.rhythm, subscribesTo: null } },
    { at: placedAt, isRenewal: false },
    {
      label: `R${Math.floor(at / dayMs) % 1_000}`,
      isFirst: false,
      bought: new Set(before.flatMap(({ order }) => boughtProducts(order))),
      taste: random.fork('taste'),
      random: random.fork('order'),
    },
  );
  const life = random.fork('life');
  const happenings = liveOrder(placed, drawFate(shop.archetype.shares, life), life);
  return { kind: 'usesReward', at: placedAt, order: happenings[0].order, happenings };
}
