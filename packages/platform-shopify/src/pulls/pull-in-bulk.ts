import { AdapterError, type PlatformEvent, type PulledPage } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import type { ShopifyClient } from '../api/client.ts';
import type { ShopifyConfig } from '../config.ts';
import { readBulkOperation, runBulkQuery } from '../operations/bulk.ts';
import { allOrders } from '../operations/orders.ts';
import { askPatiently } from './ask-patiently.ts';
import { readGroups } from './read-groups.ts';
import { toEvent } from './to-event.ts';

/** Where a pull stands: in which operation's file, and how many orders of it are done with. */
export interface BulkCursor {
  readonly operationId: string;
  readonly done: number;
}

const ordersOnAPage = 250;
const pollMs = 5 * secondMs;
const running: ReadonlySet<string> = new Set(['CREATED', 'RUNNING', 'CANCELING']);

/** @returns null when the cursor is one of pages. */
export function parseBulkCursor(cursor: string | null): BulkCursor | null {
  const [, operationId, done] = /^bulk\/(\d+)\/(\d+)$/.exec(cursor ?? '') ?? [];
  return operationId === undefined ? null : { operationId, done: Number(done) };
}

/** @returns null when Shopify will not: another operation runs, or too many do. */
export async function startBulk(client: ShopifyClient): Promise<BulkCursor | null> {
  const { data } = await askPatiently(client, runBulkQuery, { query: allOrders });
  const { bulkOperation: started } = data.bulkOperationRunQuery;
  const operationId = /\/(\d+)$/.exec(started?.id ?? '')?.[1];
  return operationId === undefined ? null : { operationId, done: 0 };
}

/**
 * Waits for the file and reads it, in pages. Those before the file is there are empty: their cursor lets another process
 * wait for the same operation, and the reader look after something else meanwhile. Files are kept for a week.
 *
 * @returns false when there is no such file, and the orders have to be had in another way.
 */
export async function* pullInBulk(
  client: ShopifyClient,
  config: ShopifyConfig,
  cursor: BulkCursor,
): AsyncGenerator<PulledPage, boolean> {
  const toCursor = (done: number): string => `bulk/${cursor.operationId}/${done}`;
  if (cursor.done === 0) yield { events: [], next: toCursor(0) };
  let operation = await readOperation(client, cursor.operationId);
  while (operation !== null && running.has(operation.status)) {
    await client.wait(pollMs);
    yield { events: [], next: toCursor(cursor.done) };
    operation = await readOperation(client, cursor.operationId);
  }
  if (operation?.status !== 'COMPLETED') return false;
  let events: PlatformEvent[] = [];
  let seen = 0;
  try {
    // A store without orders has no file.
    for await (const order of operation.url === null ? [] : readGroups(client.download(operation.url), 'lineItems')) {
      seen += 1;
      if (seen <= cursor.done) continue;
      // A page is given when there is more behind it, so that the last one can say that it is.
      if (events.length === ordersOnAPage) {
        yield { events, next: toCursor(seen - 1) };
        events = [];
      }
      events.push(toEvent('pulled/order', order, config));
    }
  } catch (error) {
    if (isGone(error)) return false;
    throw error;
  }
  yield { events, next: null };
  return true;
}

async function readOperation(client: ShopifyClient, operationId: string) {
  const id = `gid://shopify/BulkOperation/${operationId}`;
  return (await askPatiently(client, readBulkOperation, { id })).data.bulkOperation;
}

const gone: ReadonlySet<string> = new Set(['forbidden', 'misconfigured', 'invalid']);

/** The file's week is over, which storage tells as 400, 403 or 404. */
function isGone(error: unknown): boolean {
  return error instanceof AdapterError && gone.has(error.kind);
}
