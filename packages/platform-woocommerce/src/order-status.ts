import type { OrderStatusFacts } from '@regulars/core/commerce';

const platformStatuses: Readonly<Record<string, OrderStatusFacts['platform']>> = {
  pending: 'pending',
  'on-hold': 'pending',
  failed: 'pending',
  processing: 'paid',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  refunded: 'refunded',
};

const drafts: ReadonlySet<string> = new Set(['checkout-draft', 'auto-draft', 'draft', 'new', 'trash']);

/** Whether this is no order yet, or one no longer: checkouts that were opened, and what lies in the trash. */
export function isDraft(status: string): boolean {
  return drafts.has(status);
}

/** WooCommerce's status as the common model's. A status that a plugin made tells nothing, so there the payment decides. */
export function toPlatformStatus(status: string, isPaid: boolean): OrderStatusFacts['platform'] {
  const name = status.replace(/^wc-/, '');
  return (Object.hasOwn(platformStatuses, name) ? platformStatuses[name] : undefined) ?? (isPaid ? 'paid' : 'pending');
}
