import { createRandom, type Instant, type Random } from '@regulars/core/shared';
import { archetypes } from './archetypes/archetypes.ts';
import type { Archetype } from './archetypes/archetype.ts';
import { toProducts } from './archetypes/to-products.ts';
import { datesOfSales, type SaleDates } from './calendar/sale.ts';
import { createStoreTime, type StoreTime } from './calendar/store-time.ts';
import type { StoreIdentity } from './simulated-agency.ts';
import type { SimulatedProduct } from './simulated-product.ts';

/** Everything that is settled about a store before its first customer comes. */
export interface StoreWorld {
  readonly identity: StoreIdentity;
  readonly archetype: Archetype;
  readonly products: ReadonlyMap<string, SimulatedProduct>;
  readonly sales: readonly SaleDates[];
  readonly time: StoreTime;
  readonly random: Random;
  readonly from: Instant;
  /** Nothing happens from here on. */
  readonly end: Instant;
}

export function createStoreWorld(identity: StoreIdentity, seed: number, from: Instant, end: Instant): StoreWorld {
  const archetype = archetypes[identity.archetype];
  const products = toProducts(archetype, identity, from);
  return {
    identity,
    archetype,
    products: new Map(products.map((product) => [product.externalId, product])),
    sales: datesOfSales(archetype.sales, identity.timeZone, from, end),
    time: createStoreTime(archetype.season, identity.timeZone, from, end),
    random: createRandom(seed).fork(identity.key),
    from,
    end,
  };
}
