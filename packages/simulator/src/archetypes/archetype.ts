import type { Random } from '@regulars/core/shared';
import type { Sale } from '../calendar/sale.ts';
import type { Season } from '../calendar/season.ts';
import type { BetaGeometric } from '../laws/beta-geometric.ts';
import type { MbgNbd } from '../laws/mbg-nbd.ts';
import type { ParetoNbd } from '../laws/pareto-nbd.ts';
import type { CountryWeights } from '../people/person.ts';
import type { ArchetypeKey } from '../simulated-agency.ts';
import type { CountryCode, Language } from '../simulated-customer.ts';
import type { SimulatedProduct } from '../simulated-product.ts';

/** Some of every hundred: chances from 0 to 1, each for a customer or for an order of theirs. */
export interface Shares {
  readonly alwaysGuest: number;
  readonly discountHunter: number;
  readonly secondInHousehold: number;
  readonly broughtByFriend: number;
  readonly fraud: number;
  readonly cancelledOrder: number;
  readonly fullRefund: number;
  readonly partialRefund: number;
  /** Of orders outside December; in the weeks before Christmas it is `giftBeforeChristmas`. */
  readonly gift: number;
  readonly giftBeforeChristmas: number;
}

/** A product as the archetype's catalogue has it, before a store speaks of it. */
export interface CatalogueItem {
  readonly id: string;
  readonly category: string;
  readonly priceMinor: number;
  readonly isDigital?: true;
  readonly replenishmentDays?: number;
  readonly series?: { readonly key: string; readonly position: number };
  readonly tags?: readonly string[];
}

/** What a store says of its products and categories in one language, by their ids. */
export interface CatalogueTexts {
  readonly categories: Readonly<Record<string, string>>;
  readonly products: Readonly<Record<string, { readonly title: string; readonly description: string }>>;
}

export interface BasketLine {
  readonly product: SimulatedProduct;
  readonly quantity: number;
}

/** What is known when a customer fills a basket. */
export interface BasketMoment {
  readonly random: Random;
  /** Draws what stays the same with this customer: their favourites. */
  readonly taste: Random;
  readonly products: ReadonlyMap<string, SimulatedProduct>;
  /** Product ids of earlier orders for themselves. */
  readonly bought: ReadonlySet<string>;
  readonly isGift: boolean;
}

/** Of those who come, `share` subscribe, each to one plan. */
export interface Subscription {
  readonly share: number;
  readonly law: BetaGeometric;
  readonly plans: readonly { readonly productId: string; readonly intervalDays: number; readonly weight: number }[];
}

/** A kind of store: what it sells, to whom, by which laws. */
export interface Archetype {
  readonly key: ArchetypeKey;
  readonly law: ParetoNbd | MbgNbd;
  readonly season: Season;
  readonly sales: readonly Sale[];
  readonly shares: Shares;
  readonly subscription: Subscription | null;
  readonly items: readonly CatalogueItem[];
  readonly texts: Readonly<Partial<Record<Language, CatalogueTexts>>>;
  /** Shipping in minor units, and the items' sum from which it is free. */
  readonly shipping: { readonly homeMinor: number; readonly abroadMinor: number; readonly freeFromMinor: number };
  /** Where customers live, by the country the store is in. */
  readonly countries: Readonly<Partial<Record<CountryCode, CountryWeights>>>;
  /** Included in prices, as a share of the net price. */
  readonly taxShare: number;
  fillBasket(moment: BasketMoment): readonly BasketLine[];
}
