import type { CartId, CustomerId, OrderId } from '../shared/ids.ts';
import { dayMs, hourMs, plus, type Instant } from '../shared/instant.ts';
import type { OrderStatus } from './order.ts';

export interface CartPolicy {
  /** Untouched for so long, a cart counts as abandoned. */
  readonly abandonedAfterMs: number;
  /** An order placed this long after the cart was last touched still counts as its purchase. */
  readonly boughtWithinMs: number;
  /** So long after it was last touched, what is in a cart is forgotten. */
  readonly forgottenAfterMs: number;
}

/**
 * An hour, as the shop platforms count it themselves; a week, in which somebody who was reminded comes back; thirty days,
 * after which carts are gone at the platforms, too, and their links lead nowhere.
 */
export const defaultCartPolicy: CartPolicy = {
  abandonedAfterMs: hourMs,
  boughtWithinMs: 7 * dayMs,
  forgottenAfterMs: 30 * dayMs,
};

/** What every event about a cart tells. No names and no links: events stay, and what was in a cart must not. */
export interface CartFacts {
  readonly cartId: CartId;
  readonly externalId: string;
  readonly itemCount: number;
  readonly productExternalIds: readonly string[];
  /** When the customer last left another cart; null when this is the first. */
  readonly previousAbandonedAt: Instant | null;
}

/** A cart, as far as it matters whether an order is its purchase. */
export interface WaitingCart {
  readonly connectionId: string;
  readonly externalId: string;
  readonly customerId: CustomerId | null;
  readonly startedAt: Instant;
  readonly touchedAt: Instant;
}

/** An order, as far as it matters whether it is a cart's purchase. */
export interface PlacedOrder {
  readonly orderId: OrderId;
  readonly connectionId: string;
  readonly customerId: CustomerId | null;
  /** Null where the platform does not tell. */
  readonly checkoutExternalId: string | null;
  readonly placedAt: Instant;
  readonly status: OrderStatus;
  readonly isRenewal: boolean;
  readonly isTest: boolean;
}

/**
 * When a cart counts as abandoned, if nothing happens to it until then.
 *
 * @example
 * ```ts
 * findAbandonment({ touchedAt }); // an hour later
 * ```
 */
export function findAbandonment(
  { touchedAt }: Pick<WaitingCart, 'touchedAt'>,
  policy: CartPolicy = defaultCartPolicy,
): Instant {
  return plus(touchedAt, policy.abandonedAfterMs);
}

/**
 * The order by which a cart was bought: the one that names it, else the first one its customer placed after it was begun and
 * not too long after it was left. Whoever ordered anything else meanwhile is not reminded either. Renewals are no sign of
 * the customer, and a cancelled order is no purchase.
 *
 * @returns null while the cart waits.
 * @example
 * ```ts
 * findPurchase(cart, [{ ...order, checkoutExternalId: cart.externalId }])?.orderId;
 * ```
 */
export function findPurchase<Order extends PlacedOrder>(
  cart: WaitingCart,
  orders: readonly Order[],
  policy: CartPolicy = defaultCartPolicy,
): Order | null {
  const candidates = orders
    .filter(({ status, isRenewal, isTest }) => status !== 'cancelled' && !isRenewal && !isTest)
    .toSorted((a, b) => a.placedAt - b.placedAt);
  const named = candidates.find(
    ({ connectionId, checkoutExternalId }) =>
      connectionId === cart.connectionId && checkoutExternalId === cart.externalId,
  );
  if (named !== undefined) return named;
  if (cart.customerId === null) return null;
  const until = plus(cart.touchedAt, policy.boughtWithinMs);
  return (
    candidates.find(
      ({ customerId, placedAt }) => customerId === cart.customerId && placedAt >= cart.startedAt && placedAt <= until,
    ) ?? null
  );
}
