import type { OrderCountSpan } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import type { WooCommerceClient } from './client.ts';
import { toGmtText } from './gmt-text.ts';

/**
 * Counts by the length of a list of which only one order is fetched. `status=any` is everything but the trash and drafts
 * of the administration; whether it takes in checkouts that were merely opened depends on how the store keeps its orders
 * (newer tables leave them out, posts do not), so where there are any, one of them is looked for in the list.
 *
 * @see https://woocommerce.github.io/woocommerce-rest-api-docs/#list-all-orders
 */
export async function countOrders(client: WooCommerceClient, span: OrderCountSpan): Promise<{ orders: number }> {
  const within = { ...toBounds(span), per_page: '1', _fields: 'id' };
  const all = await client.getPage('orders', { ...within, status: 'any' });
  const opened = await client.getPage('orders', { ...within, status: 'checkout-draft' });
  const [draft] = opened.items as readonly { readonly id?: unknown }[];
  if (draft === undefined) return { orders: all.total };
  const found = await client.getPage('orders', { ...within, status: 'any', include: String(draft.id) });
  return { orders: found.total === 0 ? all.total : all.total - opened.total };
}

/**
 * Both bounds are exclusive and whole seconds, as are the times of orders. Without `dates_are_gmt` they would be the
 * shop's local time; with a `Z` beside it they would shift by the shop's offset.
 */
function toBounds({ from, until }: OrderCountSpan): Readonly<Record<string, string>> {
  const toSecond = (epochMs: number) => toGmtText(Math.ceil(epochMs / secondMs));
  return { after: toSecond(from - secondMs), before: toSecond(until), dates_are_gmt: 'true' };
}
