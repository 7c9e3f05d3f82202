import type { CurrencyCode } from '../shared/currency.ts';
import type { Instant } from '../shared/instant.ts';
import type { Address } from './address.ts';
import type { CustomerDetails } from './customer.ts';
import type { LineItem } from './line-item.ts';
import type { Refund } from './refund.ts';

/**
 * Where an order stands, the same on every platform; derived by `deriveOrderStatus`.
 * `paid`, `fulfilled` and `partially_refunded` are purchases; the others bring the store nothing (yet).
 */
export type OrderStatus = 'pending' | 'paid' | 'fulfilled' | 'partially_refunded' | 'refunded' | 'cancelled';

/** Amounts of an order in minor units of its currency. `itemsMinor` is before discounts; `grandMinor` is what the
 * customer owed: tax and shipping in, discounts out, refunds not taken off. `refundedMinor` is a positive sum. */
export interface OrderTotals {
  readonly itemsMinor: number;
  readonly discountMinor: number;
  readonly shippingMinor: number;
  readonly taxMinor: number;
  readonly grandMinor: number;
  readonly refundedMinor: number;
}

/** Where the customer came from, as far as the platform knows. */
export interface OrderSource {
  readonly channel: string | null;
  readonly landingPage: string | null;
  readonly referrerUrl: string | null;
  readonly utm: Readonly<Record<string, string>>;
}

/** One order in the common model: the full state as of `updatedAt`. */
export interface Order {
  readonly externalId: string;
  /** What the customer sees as the order's number; not a key. */
  readonly number: string;
  readonly placedAt: Instant;
  readonly paidAt: Instant | null;
  /** When everything was sent, and when the order was called off, where the platform tells; else estimated from versions. */
  readonly fulfilledAt?: Instant | null;
  readonly cancelledAt?: Instant | null;
  /** The platform's version of this state: older states never overwrite newer ones. */
  readonly updatedAt: Instant;
  readonly status: OrderStatus;
  readonly platformStatus: string;
  readonly currency: CurrencyCode;
  readonly totals: OrderTotals;
  /** Null only when the platform names nobody: such an order counts for the store, not for a customer. */
  readonly customer: CustomerDetails | null;
  readonly billingAddress: Address | null;
  readonly shippingAddress: Address | null;
  readonly lineItems: readonly LineItem[];
  readonly refunds: readonly Refund[];
  /** Lower case. */
  readonly couponCodes: readonly string[];
  readonly source: OrderSource | null;
  /** What the shop attached to the order, by key. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isTest: boolean;
  /** A subscription's renewal: money, but no sign that the customer came back. */
  readonly isRenewal: boolean;
  /** The checkout it came from, by the platform's id, as `Checkout.externalId`; left out where the platform does not tell. */
  readonly checkoutExternalId?: string;
}
