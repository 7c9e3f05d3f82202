import { AdapterError, type CheckedAccess } from '@regulars/adapter-contracts';
import { z } from 'zod';
import type { BigCommerceClient, Query } from './api/client.ts';
import { findPermission } from './api/permissions.ts';
import { readStore } from './store.ts';

/** One look for each permission. No cart has this id: that it is not found says that one may look. */
const looks: readonly (readonly [path: string, query?: Query])[] = [
  ['v2/orders/count'],
  ['v3/customers', { limit: 1 }],
  ['v3/catalog/products', { limit: 1 }],
  ['v3/promotions', { limit: 1 }],
  ['v3/carts/00000000-0000-4000-8000-000000000000'],
];

const wireCartSettings = z.object({ data: z.object({ enable_notification: z.boolean() }) });

/** Reads who the store is, and names everything that the API account was not allowed. */
export async function checkAccess(client: BigCommerceClient): Promise<CheckedAccess> {
  const store = await readStore(client).catch(orForbidden);
  const missing: string[] = store === null ? [findPermission('v2/store') ?? ''] : [];
  for (const [path, query] of looks)
    if (!(await isAllowed(client, path, query))) missing.push(findPermission(path) ?? '');
  if (store === null || missing.length > 0) {
    const message = `The API account lacks permissions: ${missing.join('; ')}. An account's permissions cannot be changed; make another one.`;
    throw new AdapterError(message, { kind: 'forbidden', outcome: 'notDone' });
  }
  return { storeName: store.name, currency: store.currency, warnings: await listWarnings(client) };
}

async function isAllowed(client: BigCommerceClient, path: string, query?: Query): Promise<boolean> {
  try {
    await client.get(path, query);
    return true;
  } catch (error) {
    if (error instanceof AdapterError && error.kind === 'notFound') return true;
    return orForbidden(error) !== null;
  }
}

/** Settings that only some accounts may read; nothing depends on them. */
async function listWarnings(client: BigCommerceClient): Promise<readonly string[]> {
  const settings = await client.get('v3/abandoned-carts/settings').catch(() => null);
  const read = wireCartSettings.safeParse(settings);
  return read.success && read.data.data.enable_notification
    ? ['BigCommerce itself writes to those who abandon a cart; with a sequence of ours they would hear twice.']
    : [];
}

function orForbidden(error: unknown): null {
  if (error instanceof AdapterError && error.kind === 'forbidden') return null;
  throw error;
}
