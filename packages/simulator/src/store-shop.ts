import type { Instant } from '@regulars/core/shared';
import { archetypes } from './archetypes/archetypes.ts';
import type { Archetype } from './archetypes/archetype.ts';
import type { Sale } from './calendar/sale.ts';
import { datesOf, type Dates, type YearlyPeriod } from './calendar/yearly-period.ts';
import type { StoreIdentity } from './simulated-agency.ts';
import type { SimulatedProduct } from './simulated-product.ts';

/** What a customer finds who comes to a store: enough to draw one order. */
export interface StoreShop {
  readonly identity: StoreIdentity;
  readonly archetype: Archetype;
  /** By id. */
  readonly products: ReadonlyMap<string, SimulatedProduct>;
  readonly sales: readonly Dates<Sale>[];
  /** When presents are bought. */
  readonly giftSeasons: readonly Dates<YearlyPeriod>[];
}

/** From Black Friday to the last parcel before Christmas. */
const giftSeason: YearlyPeriod = { from: [11, 20], until: [12, 22] };

/** The shop as it is open from `from` until `end`. */
export function createStoreShop(
  identity: StoreIdentity,
  products: readonly SimulatedProduct[],
  from: Instant,
  end: Instant,
): StoreShop {
  const archetype = archetypes[identity.archetype];
  return {
    identity,
    archetype,
    products: new Map(products.map((product) => [product.externalId, product])),
    sales: datesOf(archetype.sales, identity.timeZone, from, end),
    giftSeasons: datesOf([giftSeason], identity.timeZone, from, end),
  };
}
