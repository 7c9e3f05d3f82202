import { z } from 'zod';
import type { ShopifyClient } from '../api/client.ts';
import { pageInfo } from '../operations/fields.ts';
import { listOrderLines } from '../operations/orders.ts';
import { readPage } from './read-page.ts';

const linesAtOnce = 100;

const cut = z.looseObject({
  id: z.string(),
  lineItems: z.looseObject({ pageInfo, nodes: z.array(z.unknown()) }),
});

/** The order with all its lines: a page of orders brings only the first few of each. */
export async function completeLines(client: ShopifyClient, node: unknown): Promise<unknown> {
  if (!hasMoreLines(node)) return node;
  const read = cut.safeParse(node);
  if (!read.success) return node;
  const nodes = [...read.data.lineItems.nodes];
  let after = read.data.lineItems.pageInfo.endCursor;
  while (after !== null) {
    const { data } = await readPage(client, listOrderLines, { id: read.data.id, after }, linesAtOnce);
    // Deleted meanwhile; what is known of it is as it was a moment ago.
    if (data.order === null) return node;
    nodes.push(...data.order.lineItems.nodes);
    const next: z.output<typeof pageInfo> = data.order.lineItems.pageInfo;
    after = next.hasNextPage ? next.endCursor : null;
  }
  return { ...read.data, lineItems: { pageInfo: { hasNextPage: false, endCursor: null }, nodes } };
}

/** Asked of every order, so it is not worth a schema. */
function hasMoreLines(node: unknown): boolean {
  const { lineItems } = node as { readonly lineItems?: { readonly pageInfo?: { readonly hasNextPage?: unknown } } };
  return lineItems?.pageInfo?.hasNextPage === true;
}
