import { deriveOrderStatus, type Order, type Refund } from '@regulars/core/commerce';

/**
 * The order with every refund we know of: those its own version lists or sums up, and those that were told by themselves.
 * A platform may do either, or both; the larger sum is what was given back.
 */
export function toEffectiveOrder(version: Order, loneRefunds: readonly Refund[]): Order {
  const listed = new Set(version.refunds.map(({ externalId }) => externalId));
  const refunds = [...version.refunds, ...loneRefunds.filter(({ externalId }) => !listed.has(externalId))].toSorted(
    (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0) || (a.externalId < b.externalId ? -1 : 1),
  );
  const summed = refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const { grandMinor } = version.totals;
  // "Refunded" without an amount means all of it.
  const told =
    version.status === 'refunded' ? Math.max(version.totals.refundedMinor, grandMinor) : version.totals.refundedMinor;
  const refundedMinor = Math.max(told, summed);
  // The adapter has weighed the payment against the platform's status; here only the refunds are news.
  const platform = version.status === 'partially_refunded' ? 'paid' : version.status;
  return {
    ...version,
    status: deriveOrderStatus({ platform, isPaid: false, grandMinor, refundedMinor }),
    totals: { ...version.totals, refundedMinor },
    refunds,
  };
}
