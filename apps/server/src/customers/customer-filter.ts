import { sql, type RawBuilder } from 'kysely';
import { toIsoString, type CurrencyCode, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';

/** Whom a list of customers takes in: those of whom all of this is true. Null asks nothing. */
export interface CustomerFilter {
  /** As `toEmailKey` makes it. */
  readonly emailKey: string | null;
  /** A part of name or address; case and accents do not count. */
  readonly search: string | null;
  readonly ids: readonly CustomerId[] | null;
  /** The key of a segment they are in. */
  readonly segmentKey: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly consent: string | null;
  readonly firstOrderSince: Instant | null;
  readonly lastOrderSince: Instant | null;
  readonly ordersAtLeast: number | null;
  /** In the store's own currency, refunds taken off. */
  readonly valueAtLeastMinor: number | null;
  /** Expected in the next twelve months, in the store's own currency. */
  readonly predictedValueAtLeastMinor: number | null;
  /** P(alive), 0 to 1. */
  readonly aliveAtLeast: number | null;
  readonly aliveBelow: number | null;
}

export const everybody: CustomerFilter = {
  emailKey: null,
  search: null,
  ids: null,
  segmentKey: null,
  country: null,
  consent: null,
  firstOrderSince: null,
  lastOrderSince: null,
  ordersAtLeast: null,
  valueAtLeastMinor: null,
  predictedValueAtLeastMinor: null,
  aliveAtLeast: null,
  aliveBelow: null,
};

/** The ids of a segment's members, as a subquery: the segments room knows them, which stands to the right of this one. */
export type FindMembers = (storeId: StoreId, segmentKey: string) => RawBuilder<unknown>;

/** Where a list looks: the store, its own currency, and how to find a segment's members. */
export interface CustomerScope {
  readonly storeId: StoreId;
  readonly currency: CurrencyCode;
  readonly findMembers: FindMembers;
}

type Condition = RawBuilder<unknown>;

/** What is asked of the customer `c`; empty where nothing is. */
export function toPersonConditions(filter: CustomerFilter, { storeId, findMembers }: CustomerScope): Condition[] {
  const { emailKey, search, ids, segmentKey, country, consent } = filter;
  const ofForecast = toForecastConditions(filter);
  return [
    emailKey === null ? null : sql`c.email_key = ${emailKey}`,
    search === null ? null : sql`position(to_search_text(${search}) in c.search_text) > 0`,
    ids === null ? null : sql`c.id = any (${ids}::uuid[])`,
    segmentKey === null ? null : sql`c.id in (${findMembers(storeId, segmentKey)})`,
    country === null ? null : sql`c.country = ${country}`,
    consent === null ? null : sql`c.consent_state = ${consent}`,
    ofForecast.length === 0
      ? null
      : sql`c.id in (select k.customer_id from customer_forecast k where ${allOf([sql`k.store_id = ${storeId}`, ...ofForecast])})`,
  ].filter((condition) => condition !== null);
}

/** What is asked of their forecast `k`; whoever has none answers none of it. */
function toForecastConditions({ predictedValueAtLeastMinor, aliveAtLeast, aliveBelow }: CustomerFilter): Condition[] {
  return [
    predictedValueAtLeastMinor === null ? null : sql`k.value_minor >= ${predictedValueAtLeastMinor}`,
    aliveAtLeast === null ? null : sql`k.probability_alive >= ${aliveAtLeast}`,
    aliveBelow === null ? null : sql`k.probability_alive < ${aliveBelow}`,
  ].filter((condition) => condition !== null);
}

/** What is asked of their value `v` in the store's currency; whoever never bought answers none of it. */
export function toValueConditions(filter: CustomerFilter): Condition[] {
  const { firstOrderSince, lastOrderSince, ordersAtLeast, valueAtLeastMinor } = filter;
  return [
    firstOrderSince === null ? null : sql`v.first_purchase_at >= ${toIsoString(firstOrderSince)}::timestamptz`,
    lastOrderSince === null ? null : sql`v.last_purchase_at >= ${toIsoString(lastOrderSince)}::timestamptz`,
    ordersAtLeast === null ? null : sql`v.order_count >= ${ordersAtLeast}`,
    valueAtLeastMinor === null ? null : sql`v.net_minor >= ${valueAtLeastMinor}`,
  ].filter((condition) => condition !== null);
}

export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
