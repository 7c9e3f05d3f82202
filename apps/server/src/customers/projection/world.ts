import type { Checkout, Order, Product, Refund } from '@regulars/core/commerce';
import type { CartId, ConnectionId, CurrencyCode, CustomerId, Instant, OrderId, StoreId } from '@regulars/core/shared';
import type { CustomerValue } from '@regulars/core/value';
import type { NewEvent } from '../../foundation/events/event-log.ts';
import type { KnownConsent } from './merge-consent.ts';
import type { Details, Said } from './merge-details.ts';
import type { Notice } from './notice.ts';

export interface CustomerState {
  readonly id: CustomerId;
  details: Details;
  said: Said;
  /** How the address is compared; unique in the store. */
  emailKey: string | null;
  tags: readonly string[];
  consent: KnownConsent;
  /** Version of the account record; null while only orders speak of this customer. */
  accountUpdatedAt: Instant | null;
  erasedAt: Instant | null;
  createdAt: Instant;
  values: Map<CurrencyCode, CustomerValue>;
}

export interface OrderState {
  readonly id: OrderId;
  readonly connectionId: ConnectionId;
  customerId: CustomerId | null;
  /** With every known refund; see toEffectiveOrder. */
  model: Order;
  loneRefunds: readonly Refund[];
  receivedAt: Instant;
  told: readonly string[];
  deletedAt: Instant | null;
  anonymizedAt: Instant | null;
}

export interface ProductState {
  readonly connectionId: ConnectionId;
  product: Product;
  deletedAt: Instant | null;
}

/** What is in a cart; whose it is stands beside it, so that nobody's address is kept twice. */
export type CartContents = Omit<Checkout, 'customer'>;

export interface CartState {
  readonly id: CartId;
  readonly connectionId: ConnectionId;
  readonly externalId: string;
  readonly customerId: CustomerId | null;
  /** Null once it is gone or forgotten. */
  readonly contents: CartContents | null;
  readonly startedAt: Instant;
  readonly updatedAt: Instant;
  readonly touchedAt: Instant;
  readonly completedAt: Instant | null;
  readonly deletedAt: Instant | null;
}

/**
 * The part of a store that one batch speaks of: loaded in a few statements, changed in memory one event after the other,
 * saved in a few statements. Only what is in `changed` is saved.
 */
export interface World {
  readonly storeId: StoreId;
  readonly customers: Map<CustomerId, CustomerState>;
  /** By `externalKey`. */
  readonly identities: Map<string, CustomerId>;
  readonly emails: Map<string, CustomerId>;
  readonly orders: Map<string, OrderState>;
  readonly products: Map<string, ProductState>;
  readonly carts: Map<string, CartState>;
  /** By kind and `externalKey`. */
  readonly tombstones: Map<string, Instant>;
  /** By hash. */
  readonly erased: Map<string, { readonly customerId: CustomerId; readonly erasedAt: Instant }>;
  readonly changed: {
    readonly customers: Set<CustomerId>;
    readonly identities: Set<string>;
    readonly orders: Set<string>;
    readonly products: Set<string>;
    readonly carts: Set<string>;
    /** Products that are new or changed their categories; most updates are about stock. */
    readonly shelves: Set<string>;
    readonly tombstones: Set<string>;
    readonly erased: Set<string>;
    readonly values: Set<CustomerId>;
  };
  /** What happened, in the order it is to be told. */
  readonly events: NewEvent[];
  /** What was told of the connection itself, and of somebody's rights. */
  readonly notices: Notice[];
  /** Customers forgotten in this batch: what the batch did not load of them is forgotten when it is saved. */
  readonly forgotten: Set<CustomerId>;
  /** Texts that must not stay in kept deliveries. */
  readonly toForget: Set<string>;
}

/** Names a thing of a platform within the store. */
export function externalKey(connectionId: ConnectionId, externalId: string): string {
  return `${connectionId}|${externalId}`;
}

export type TombstoneKind = 'order' | 'product' | 'customer';

export function tombstoneKey(kind: TombstoneKind, connectionId: ConnectionId, externalId: string): string {
  return `${kind}|${externalKey(connectionId, externalId)}`;
}

/** The connection and the foreign id that an `externalKey` names. */
export function splitExternalKey(key: string): readonly [connectionId: ConnectionId, externalId: string] {
  const cut = key.indexOf('|');
  return [key.slice(0, cut) as ConnectionId, key.slice(cut + 1)];
}

/** External keys as two arrays for `unnest`. */
export function toPair(keys: Iterable<string>): {
  readonly connectionIds: readonly string[];
  readonly externalIds: readonly string[];
} {
  const pairs = [...keys].map(splitExternalKey);
  return {
    connectionIds: pairs.map(([connectionId]) => connectionId),
    externalIds: pairs.map(([, externalId]) => externalId),
  };
}

/** Marks a thing as deleted at the platform. */
export function bury(world: World, key: string, deletedAt: Instant): void {
  const known = world.tombstones.get(key);
  if (known !== undefined && known >= deletedAt) return;
  world.tombstones.set(key, deletedAt);
  world.changed.tombstones.add(key);
}
