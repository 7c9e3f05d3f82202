import type { OrderCount, OrderCountSpan } from '@regulars/adapter-contracts';
import { dayMs, plus, secondMs, toInstant, toIsoString, type Instant } from '@regulars/core/shared';
import type { ShopifyClient } from './api/client.ts';
import { countOrdersWithin } from './operations/orders.ts';
import { readShop } from './operations/shop.ts';

/** Shopify shows 60 days without the permission for all; a day less is seen whatever the time of the day. */
const seenDays = 59;

/**
 * Counts by when orders were processed, which is when they were placed, in whatever state. Drafts are no orders on Shopify.
 * Without the permission `read_all_orders` those older than 60 days are not seen: the span is cut to what is.
 */
export async function countOrders(client: ShopifyClient, span: OrderCountSpan, now: Instant): Promise<OrderCount> {
  const orders = await countWithin(client, span);
  const seenFrom = toInstant(Math.floor(plus(now, -seenDays * dayMs) / secondMs) * secondMs);
  if (span.from >= seenFrom || (await seesAll(client))) return { orders };
  return { orders: await countWithin(client, { ...span, from: seenFrom }), seenFrom };
}

async function countWithin(client: ShopifyClient, { from, until }: OrderCountSpan): Promise<number> {
  if (from >= until) return 0;
  const query = `processed_at:>='${toIsoString(from)}' AND processed_at:<'${toIsoString(until)}'`;
  const { data } = await client.call(countOrdersWithin, { query, limit: null });
  return data.ordersCount.count;
}

async function seesAll(client: ShopifyClient): Promise<boolean> {
  const { data } = await client.call(readShop, {});
  return data.currentAppInstallation.accessScopes.some(({ handle }) => handle === 'read_all_orders');
}
