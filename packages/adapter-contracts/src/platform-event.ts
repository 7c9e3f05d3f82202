import type { Checkout, Consent, Order, PlatformCustomer, Product, Refund } from '@regulars/core/commerce';
import type { CurrencyCode, Instant, Rejection } from '@regulars/core/shared';
import type { ResourceReference } from './resource-reference.ts';

/** What a platform tells us, in the common model. Every upsert is the full state as of its `updatedAt`. */
export type PlatformEvent =
  | { readonly kind: 'orderUpserted'; readonly order: Order }
  | { readonly kind: 'orderDeleted'; readonly externalId: string }
  /** Waits in intake while its order is unknown; set aside when its order is in another currency. */
  | {
      readonly kind: 'refundCreated';
      readonly orderExternalId: string;
      readonly currency: CurrencyCode;
      readonly refund: Refund;
    }
  | { readonly kind: 'customerUpserted'; readonly customer: PlatformCustomer }
  | { readonly kind: 'customerDeleted'; readonly externalId: string }
  | { readonly kind: 'customerErased'; readonly externalId: string | null; readonly email: string | null }
  /** Erasure as WooCommerce tells it: the order's personal data are gone, the amounts stay. */
  | { readonly kind: 'orderAnonymized'; readonly externalId: string; readonly updatedAt: Instant }
  | {
      readonly kind: 'consentChanged';
      readonly externalId: string | null;
      readonly email: string | null;
      readonly consent: Consent;
    }
  | { readonly kind: 'productUpserted'; readonly product: Product }
  | { readonly kind: 'productDeleted'; readonly externalId: string }
  /** A checkout that was opened and not completed yet, or `completedAt` then: what abandoned carts are known by. */
  | { readonly kind: 'checkoutUpserted'; readonly checkout: Checkout }
  | { readonly kind: 'checkoutDeleted'; readonly externalId: string }
  /** Somebody asked the store for a copy of what is kept about them; the store has to answer within the law's time. */
  | {
      readonly kind: 'personDataRequested';
      readonly externalId: string | null;
      readonly email: string | null;
      readonly requestExternalId: string | null;
    }
  /** The platform demands that everything of this store be deleted; it comes after the store has left. */
  | { readonly kind: 'storeErasureRequested' }
  /** The store removed us: credentials serve no more, and no webhooks come. */
  | { readonly kind: 'disconnected' }
  /** A thin delivery: something changed, and what it is now has to be read by `readResource`. Only where `thinWebhooks` is declared. */
  | ({ readonly kind: 'resourceChanged' } & ResourceReference)
  /** Understood and of no use, e.g. a checkout draft; `reason` is a stable code such as `order.draft`. */
  | { readonly kind: 'ignored'; readonly reason: string }
  /**
   * One part of a batch that cannot be used, beside parts that can: the good ones are applied, this one is kept as poison.
   * `rejection.path` points into the whole delivery; `part` is the part by itself, fit to be parsed again as a delivery of its own,
   * of `topic`: the delivery's own where it came in one, and needed where it was pulled.
   */
  | {
      readonly kind: 'partRejected';
      readonly rejection: Rejection;
      readonly part: string;
      readonly topic?: string;
    };
