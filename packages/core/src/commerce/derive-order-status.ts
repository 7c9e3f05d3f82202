import type { OrderStatus } from './order.ts';

/** What a platform says of an order, before money is looked at. */
export type PlatformOrderStatus = 'pending' | 'paid' | 'fulfilled' | 'cancelled' | 'refunded';

export interface OrderStatusFacts {
  readonly platform: PlatformOrderStatus;
  /** A payment was made, whatever the platform's status says. */
  readonly isPaid: boolean;
  readonly grandMinor: number;
  readonly refundedMinor: number;
}

/**
 * Where an order stands, from the platform's status, the payment and the refunds. Money wins over words, except that a
 * cancelled order stays cancelled: platforms keep the status of a partly refunded order as it was.
 *
 * @example
 * ```ts
 * deriveOrderStatus({ platform: 'paid', isPaid: true, grandMinor: 1990, refundedMinor: 500 }); // 'partially_refunded'
 * ```
 */
export function deriveOrderStatus({ platform, isPaid, grandMinor, refundedMinor }: OrderStatusFacts): OrderStatus {
  if (platform === 'cancelled') return 'cancelled';
  if (platform === 'refunded') return 'refunded';
  if (refundedMinor > 0) return refundedMinor >= grandMinor ? 'refunded' : 'partially_refunded';
  if (platform === 'pending') return isPaid ? 'paid' : 'pending';
  return platform;
}

const purchases: ReadonlySet<OrderStatus> = new Set<OrderStatus>(['paid', 'fulfilled', 'partially_refunded']);

/** Whether an order in this status brought the store money that it kept, at least in part. */
export function isPurchase(status: OrderStatus): boolean {
  return purchases.has(status);
}
