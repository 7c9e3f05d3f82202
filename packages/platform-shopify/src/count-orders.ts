import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { toIsoString } from '@regulars/core/shared';
import type { ShopifyClient } from './api/client.ts';
import { countOrdersWithin } from './operations/orders.ts';

/**
 * Counts by when orders were processed, which is when they were placed, in whatever state. Drafts are no orders on Shopify.
 * Without the permission `read_all_orders` those older than 60 days are not seen, and not counted.
 */
export async function countOrders(client: ShopifyClient, { from, until }: OrderCountSpan): Promise<{ orders: number }> {
  const query = `processed_at:>='${toIsoString(from)}' AND processed_at:<'${toIsoString(until)}'`;
  const { data } = await client.call(countOrdersWithin, { query, limit: null });
  return { orders: data.ordersCount.count };
}
