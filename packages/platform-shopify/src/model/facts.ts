import type { Instant } from '@regulars/core/shared';

/*
 * What webhooks and GraphQL both tell, in one form. The two write the same things under different names, so each is read
 * into facts, and the facts are made into the common model in one place. Amounts are decimal strings in the shop's currency.
 */

export interface AddressFacts {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly postcode: string | null;
}

export interface CustomerFacts {
  readonly id: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

export interface LineFacts {
  readonly id: string | null;
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly sku: string | null;
  readonly name: string;
  /** As sold; what was taken back later does not lower it. */
  readonly quantity: number;
  readonly unitPrice: string;
  readonly taxes: readonly string[];
  readonly discounts: readonly string[];
  readonly isGiftCard: boolean;
  readonly requiresShipping: boolean | null;
}

export interface ShippingFacts {
  /** Before discounts. */
  readonly price: string;
  readonly taxes: readonly string[];
  readonly discounts: readonly string[];
}

export interface RefundFacts {
  readonly id: string;
  readonly createdAt: Instant | null;
  /** What went back to the customer, one for each payment; empty where only goods came back. */
  readonly amounts: readonly string[];
  readonly reason: string | null;
}

interface VisitFacts {
  readonly landingPage: string | null;
  readonly referrerUrl: string | null;
  readonly utm: Readonly<Record<string, string>>;
}

export interface OrderFacts {
  readonly id: string;
  readonly name: string;
  readonly processedAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly paidAt: Instant | null;
  readonly fulfilledAt: Instant | null;
  /** In lower case, e.g. `partially_refunded`. */
  readonly financialStatus: string | null;
  readonly fulfillmentStatus: string | null;
  readonly isTest: boolean;
  readonly taxesIncluded: boolean;
  readonly total: string;
  readonly totalDiscount: string;
  readonly totalTax: string;
  /** Tips, duties, additional fees and the rounding of cash: part of the total, and of no line. */
  readonly extras: readonly string[];
  readonly lines: readonly LineFacts[];
  readonly shipping: readonly ShippingFacts[];
  readonly refunds: readonly RefundFacts[];
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string | null;
  readonly acceptsMarketing: boolean;
  readonly customer: CustomerFacts | null;
  readonly billing: AddressFacts | null;
  readonly shippingTo: AddressFacts | null;
  readonly couponCodes: readonly string[];
  readonly sourceName: string | null;
  readonly visit: VisitFacts | null;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly note: string | null;
  readonly tags: readonly string[];
}
