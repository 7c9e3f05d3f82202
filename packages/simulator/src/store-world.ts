import { createRandom, type Instant, type Random } from '@regulars/core/shared';
import { createStoreTime, type StoreTime } from './calendar/store-time.ts';
import type { StoreIdentity } from './simulated-agency.ts';
import type { SimulatedProduct } from './simulated-product.ts';
import { createStoreShop, type StoreShop } from './store-shop.ts';

/** Everything that is settled about a store before its first customer comes. */
export interface StoreWorld extends StoreShop {
  readonly time: StoreTime;
  readonly random: Random;
  readonly from: Instant;
  /** Before it the asked-for number of customers has come. */
  readonly until: Instant;
  /** Nothing happens from here on. */
  readonly end: Instant;
}

/** The times a store is simulated for. */
export type StoreSpan = Pick<StoreWorld, 'from' | 'until' | 'end'>;

export function createStoreWorld(
  identity: StoreIdentity,
  products: readonly SimulatedProduct[],
  seed: number,
  span: StoreSpan,
): StoreWorld {
  const { from, end } = span;
  const shop = createStoreShop(identity, products, from, end);
  return {
    ...shop,
    ...span,
    time: createStoreTime(shop.archetype.season, identity.timeZone, from, end),
    random: createRandom(seed).fork(identity.key),
  };
}
