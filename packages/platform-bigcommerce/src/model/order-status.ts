import { deriveOrderStatus, type OrderStatus, type PlatformOrderStatus } from '@regulars/core/commerce';

interface Status {
  /** As BigCommerce labels it before a store renames it. */
  readonly label: string;
  readonly platform: PlatformOrderStatus;
}

/** The customer reached the payment and did not complete it: no order yet, and webhooks come for it all the same. */
export const incompleteStatusId = 0;

/** A store renames the labels; the numbers stay. */
const statuses: readonly Status[] = [
  { label: 'incomplete', platform: 'pending' },
  { label: 'pending', platform: 'pending' },
  { label: 'shipped', platform: 'fulfilled' },
  { label: 'partially shipped', platform: 'paid' },
  { label: 'refunded', platform: 'refunded' },
  { label: 'cancelled', platform: 'cancelled' },
  { label: 'declined', platform: 'cancelled' },
  { label: 'awaiting payment', platform: 'pending' },
  { label: 'awaiting pickup', platform: 'paid' },
  { label: 'awaiting shipment', platform: 'paid' },
  { label: 'completed', platform: 'fulfilled' },
  { label: 'awaiting fulfillment', platform: 'paid' },
  { label: 'manual verification required', platform: 'pending' },
  { label: 'disputed', platform: 'paid' },
  { label: 'partially refunded', platform: 'paid' },
];

const partiallyRefundedId = 14;

export interface Standing {
  readonly statusId: number;
  readonly paymentStatus: string | null;
}

/** By the number, and by the payment: what was voided or declined brought nothing, whatever the number says. */
export function toPlatformStatus({ statusId, paymentStatus }: Standing): PlatformOrderStatus {
  if (paymentStatus === 'void' || paymentStatus === 'declined') return 'cancelled';
  if (paymentStatus === 'refunded') return 'refunded';
  return statuses[statusId]?.platform ?? 'pending';
}

/** The status with the refunds that are known. A merchant may also set "partially refunded" by hand, and tell no sum. */
export function toStatus(standing: Standing, grandMinor: number, refundedMinor: number): OrderStatus {
  const isPaid = standing.paymentStatus === 'captured' || standing.paymentStatus === 'paid';
  const platform = toPlatformStatus(standing);
  const status = deriveOrderStatus({ platform, isPaid, grandMinor, refundedMinor });
  const isPurchase = status === 'paid' || status === 'fulfilled';
  const isSaidToBe = standing.statusId === partiallyRefundedId || standing.paymentStatus === 'partially refunded';
  return isPurchase && isSaidToBe ? 'partially_refunded' : status;
}

/** E.g. `awaiting payment (authorized)`. */
export function toPlatformWords({ statusId, paymentStatus }: Standing): string {
  const label = statuses[statusId]?.label ?? `status ${statusId}`;
  return paymentStatus === null ? label : `${label} (${paymentStatus})`;
}
