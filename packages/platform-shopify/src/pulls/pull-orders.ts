import type { PulledPage, PullStart } from '@regulars/adapter-contracts';
import type { ShopifyClient } from '../api/client.ts';
import type { ShopifyConfig } from '../config.ts';
import { countOrdersWithin, listOrders } from '../operations/orders.ts';
import { askPatiently } from './ask-patiently.ts';
import { completeLines } from './complete-lines.ts';
import { parseBulkCursor, pullInBulk, startBulk } from './pull-in-bulk.ts';
import { pullPages } from './pull-pages.ts';
import { toEvent } from './to-event.ts';

/** From so many orders on Shopify is faster in writing them all into a file than in answering page by page. */
const bulkFrom = 2_000;

/** Lines that come with an order; most have fewer, and the rest are fetched for each order that has more. */
const linesAtFirst = 10;

/** All orders of a large store come out of a bulk operation; everything else, and where that fails, page by page. */
export async function* pullOrders(
  client: ShopifyClient,
  config: ShopifyConfig,
  start: PullStart,
): AsyncGenerator<PulledPage> {
  const isFromTheStart = start.cursor === null && start.updatedFrom === null;
  const bulk = isFromTheStart && (await isLarge(client)) ? await startBulk(client) : parseBulkCursor(start.cursor);
  if (bulk !== null) {
    const isDone = yield* pullInBulk(client, config, bulk);
    if (isDone) return;
  }
  const cursor = bulk === null ? start.cursor : null;
  yield* pullPages(
    client,
    {
      operation: listOrders,
      variables: { lines: linesAtFirst },
      toConnection: ({ orders }) => orders,
      toEvent: async (node) => toEvent('pulled/order', await completeLines(client, node), config),
      firstPageSize: 10,
    },
    { ...start, cursor },
  );
}

async function isLarge(client: ShopifyClient): Promise<boolean> {
  const { data } = await askPatiently(client, countOrdersWithin, { query: null, limit: bulkFrom });
  return data.ordersCount.count >= bulkFrom;
}
