import type { CartId, OrderId } from '../shared/ids.ts';
import type { CartFacts } from './cart.ts';
import type { OrderStatus } from './order.ts';

/**
 * What every event about an order tells; enough for the rooms to the right to decide without asking back.
 * It is the order as it stands when the event is written: a payment that is heard of late, after the order was
 * cancelled, is told as `orderPaid` with the status `cancelled`.
 */
export interface OrderFacts {
  readonly orderId: OrderId;
  readonly externalId: string;
  readonly number: string;
  readonly status: OrderStatus;
  readonly currency: string;
  readonly grandMinor: number;
  readonly refundedMinor: number;
  readonly couponCodes: readonly string[];
  readonly productExternalIds: readonly string[];
  readonly categories: readonly string[];
  /** 1 for the customer's first purchase as far as known when this was written; 0 when it is no purchase. */
  readonly purchaseNumber: number;
  readonly isRenewal: boolean;
  /** Brought in from a file of what was before: it happened, but it is no news. */
  readonly isHistory: boolean;
}

/** What happened between a customer and the store. Emitted by the room `customers`; `at` is when it happened at the store. */
export type CommerceEvent =
  | {
      readonly kind: 'customerCreated';
      readonly data: { readonly source: 'order' | 'platform' | 'import' | 'referral' | 'checkout' };
    }
  | { readonly kind: 'orderPlaced'; readonly data: OrderFacts }
  | { readonly kind: 'orderPaid'; readonly data: OrderFacts }
  | { readonly kind: 'orderFulfilled'; readonly data: OrderFacts }
  | { readonly kind: 'orderRefunded'; readonly data: OrderFacts }
  | { readonly kind: 'orderCancelled'; readonly data: OrderFacts }
  /** Something about the order changed that is none of the above, e.g. its items or its total. */
  | { readonly kind: 'orderChanged'; readonly data: OrderFacts }
  /** A cart was left; told once for each cart. */
  | { readonly kind: 'cartAbandoned'; readonly data: CartFacts }
  /** A cart that was left became an order after all. */
  | { readonly kind: 'cartRecovered'; readonly data: { readonly cartId: CartId; readonly orderId: OrderId | null } }
  /** A cart that was left was thrown away; nothing leads back to it. */
  | { readonly kind: 'cartDiscarded'; readonly data: { readonly cartId: CartId } }
  | { readonly kind: 'customerChanged'; readonly data: Record<string, never> }
  | { readonly kind: 'consentChanged'; readonly data: { readonly state: string; readonly source: string | null } }
  | { readonly kind: 'customerErased'; readonly data: Record<string, never> };
