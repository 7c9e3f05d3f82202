import { deriveOrderStatus, type OrderStatus, type PlatformOrderStatus } from '@regulars/core/commerce';
import type { OrderFacts } from './facts.ts';

type Standing = Pick<OrderFacts, 'financialStatus' | 'fulfillmentStatus' | 'cancelledAt'>;

/**
 * Shopify keeps payment, delivery and cancellation apart; a cancelled order may be paid, and stays cancelled. Its
 * webhooks, its API and its CSV export say it in the same words.
 */
export function toPlatformStatus({ financialStatus, fulfillmentStatus, cancelledAt }: Standing): PlatformOrderStatus {
  if (cancelledAt !== null) return 'cancelled';
  switch (financialStatus) {
    case 'refunded':
      return 'refunded';
    case 'voided':
    case 'expired':
      return 'cancelled';
    case 'paid':
    case 'partially_refunded':
      return fulfillmentStatus === 'fulfilled' ? 'fulfilled' : 'paid';
    default:
      return 'pending';
  }
}

/** The status, once the refunds that are known are taken into account; what Shopify says of a refund wins over our sum. */
export function toStatus(standing: Standing, grandMinor: number, refundedMinor: number): OrderStatus {
  const platform = toPlatformStatus(standing);
  const status = deriveOrderStatus({ platform, isPaid: false, grandMinor, refundedMinor });
  const isPurchase = status === 'paid' || status === 'fulfilled';
  return isPurchase && standing.financialStatus === 'partially_refunded' ? 'partially_refunded' : status;
}

/** E.g. `paid fulfilled`, or `refunded cancelled`. */
export function toPlatformWords({ financialStatus, fulfillmentStatus, cancelledAt }: Standing): string {
  const words = [financialStatus ?? 'pending', fulfillmentStatus, cancelledAt === null ? null : 'cancelled'];
  return words.filter((word) => word !== null).join(' ');
}
