import { AdapterError, type PlatformEvent, type PulledPage, type PullStart } from '@regulars/adapter-contracts';
import { minuteMs, toIsoString, plus } from '@regulars/core/shared';
import type { ShopifyClient } from '../api/client.ts';
import type { Operation } from '../api/operation.ts';
import { QueryTooCostlyError } from '../api/to-adapter-error.ts';

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

/** How often in a row a page is asked for again that the limit refused. */
const patience = 5;

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
    const read = await readPage(client, source, { ...source.variables, query, after }, size);
    const events: PlatformEvent[] = [];
    for (const node of read.connection.nodes) events.push(await source.toEvent(node));
    after = read.connection.pageInfo.hasNextPage ? read.connection.pageInfo.endCursor : null;
    size = toNextSize(read.size, read.requestedCost);
    yield { events, next: after };
  } while (after !== null);
}

async function readPage<Data>(
  client: ShopifyClient,
  { operation, toConnection }: PullSource<Data>,
  variables: Readonly<Record<string, unknown>>,
  wantedSize: number,
) {
  let size = wantedSize;
  let refusals = 0;
  for (;;) {
    try {
      const { data, requestedCost } = await client.call(operation, { ...variables, first: size });
      return { connection: toConnection(data), requestedCost, size };
    } catch (error) {
      if (error instanceof QueryTooCostlyError && size > 1) {
        size = Math.floor(size / 2);
      } else if (isPassingLimit(error) && refusals < patience) {
        refusals += 1;
        await client.wait(error.retryAfterMs);
      } else {
        throw error;
      }
    }
  }
}

/** A longer wait than a minute is the host's to plan: it has the cursor. */
function isPassingLimit(error: unknown): error is AdapterError & { readonly retryAfterMs: number } {
  return (
    error instanceof AdapterError &&
    error.kind === 'rateLimited' &&
    error.retryAfterMs !== null &&
    error.retryAfterMs <= minuteMs
  );
}

/** As many as the points for one query buy, going by what the last page was reckoned at. */
function toNextSize(size: number, requestedCost: number | null): number {
  if (requestedCost === null || requestedCost <= 0) return size;
  const affordable = Math.floor((affordablePoints / requestedCost) * size);
  return Math.max(1, Math.min(largestPage, affordable));
}
