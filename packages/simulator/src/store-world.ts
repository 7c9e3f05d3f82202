import { createRandom, type Instant, type Random } from '@regulars/core/shared';
import { archetypes } from './archetypes/archetypes.ts';
import type { Archetype } from './archetypes/archetype.ts';
import { toProducts } from './archetypes/to-products.ts';
import type { Sale } from './calendar/sale.ts';
import { createStoreTime, type StoreTime } from './calendar/store-time.ts';
import { datesOf, type Dates, type YearlyPeriod } from './calendar/yearly-period.ts';
import type { StoreIdentity } from './simulated-agency.ts';
import type { SimulatedProduct } from './simulated-product.ts';

/** Everything that is settled about a store before its first customer comes. */
export interface StoreWorld {
  readonly identity: StoreIdentity;
  readonly archetype: Archetype;
  readonly products: ReadonlyMap<string, SimulatedProduct>;
  readonly sales: readonly Dates<Sale>[];
  /** When presents are bought. */
  readonly giftSeasons: readonly Dates<YearlyPeriod>[];
  readonly time: StoreTime;
  readonly random: Random;
  readonly from: Instant;
  /** Before it the asked-for number of customers has come. */
  readonly until: Instant;
  /** Nothing happens from here on. */
  readonly end: Instant;
}

/** From Black Friday to the last parcel before Christmas. */
const giftSeason: YearlyPeriod = { from: [11, 20], until: [12, 22] };

/** The times a store is simulated for. */
export type StoreSpan = Pick<StoreWorld, 'from' | 'until' | 'end'>;

export function createStoreWorld(identity: StoreIdentity, seed: number, span: StoreSpan): StoreWorld {
  const { from, end } = span;
  const archetype = archetypes[identity.archetype];
  const products = toProducts(archetype, identity, from);
  return {
    ...span,
    identity,
    archetype,
    products: new Map(products.map((product) => [product.externalId, product])),
    sales: datesOf(archetype.sales, identity.timeZone, from, end),
    giftSeasons: datesOf([giftSeason], identity.timeZone, from, end),
    time: createStoreTime(archetype.season, identity.timeZone, from, end),
    random: createRandom(seed).fork(identity.key),
  };
}
