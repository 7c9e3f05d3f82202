import type { Order } from '../../api/orders.ts';

/** Whether goods and shipping, the discount taken off, make the total already: then the tax is a part of them. */
export function hasTaxWithin({ lineItems, totals }: Pick<Order, 'lineItems' | 'totals'>): boolean {
  const goodsMinor = lineItems.reduce((sum, { subtotalMinor }) => sum + subtotalMinor, 0);
  return goodsMinor + totals.shippingMinor - totals.discountMinor === totals.grandMinor;
}
