import type { PlatformEvent, PulledPage, PullStart } from '@regulars/adapter-contracts';
import { minuteMs, plus, toIsoString } from '@regulars/core/shared';
import type { ShopifyClient } from '../api/client.ts';
import type { Operation } from '../api/operation.ts';
import type { QueryCost } from '../api/rate-governor.ts';
import { readPage } from './read-page.ts';

interface Connection {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly unknown[];
}

/** What is pulled: an operation that lists by `updated_at`, and what is made of each node. */
export interface PullSource<Data> {
  readonly operation: Operation<Data>;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly toConnection: (data: Data) => Connection;
  readonly toEvent: (node: unknown) => Promise<PlatformEvent> | PlatformEvent;
  /** How many are asked for at first; pages grow to what the limit allows. */
  readonly firstPageSize: number;
}

/** No more than this is given on one page. */
const largestPage = 250;

/** What a single query may cost is 1,000 points; some are left, for nodes that cost more than the last ones did. */
const affordablePoints = 900;

/** Shopify's search lags behind its store by as much. */
const lagMs = 5 * minuteMs;

/** Reads page by page, each asked for when the last was taken; the size adapts to what the store's limit lets through. */
export async function* pullPages<Data>(
  client: ShopifyClient,
  source: PullSource<Data>,
  { updatedFrom, cursor }: PullStart,
): AsyncGenerator<PulledPage> {
  const query = updatedFrom === null ? null : `updated_at:>='${toIsoString(plus(updatedFrom, -lagMs))}'`;
  let size = source.firstPageSize;
  let after = cursor;
  do {
    const read = await readPage(client, source.operation, { ...source.variables, query, after }, size);
    const { nodes, pageInfo } = source.toConnection(read.data);
    const events: PlatformEvent[] = [];
    for (const node of nodes) events.push(await source.toEvent(node));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    size = toNextSize(read.size, read.cost);
    yield { events, next: after };
  } while (after !== null);
}

/** As many as the points for one query buy, going by what the last page was reckoned at; half a bucket is left to others. */
function toNextSize(size: number, cost: QueryCost | null): number {
  if (cost === null || cost.requestedQueryCost <= 0) return size;
  const points = Math.min(affordablePoints, cost.throttleStatus.maximumAvailable / 2);
  const affordable = Math.floor((points / cost.requestedQueryCost) * size);
  return Math.max(1, Math.min(largestPage, affordable));
}
