import type { PlatformEvent, PlatformPulls } from '@regulars/adapter-contracts';
import type { Instant } from '@regulars/core/shared';
import type { BigCommerceClient, Query } from '../api/client.ts';
import { readData, readRows } from '../api/read-answer.ts';
import type { BigCommerceConfig } from '../config.ts';
import { readOrders, withLines, type ReadEvents } from '../resources/read-orders.ts';
import { readCustomer, withAddresses } from '../resources/read-people.ts';
import { readProducts, withImage } from '../resources/read-products.ts';
import { readStore } from '../store.ts';
import { toLowerBound, toRawRow, type RawRow } from './changed-row.ts';
import { pageSize, pullChanges, type ChangeSource } from './pull-changes.ts';
import { pullPeople } from './pull-people.ts';
import { toPageEvents } from './to-page-events.ts';

/** Orders with their refunds and coupons; customers, and then what addresses consented to; products with their categories. */
export function createPulls(client: BigCommerceClient, config: BigCommerceConfig): PlatformPulls {
  const get = client.getUnhurried;

  const orders: ChangeSource<RawRow> = {
    async readPage(from, page) {
      const bound = from === null ? {} : { min_date_modified: toLowerBound(from) };
      const channel = config.channelId === undefined ? {} : { channel_id: config.channelId };
      const query = { ...withLines, ...bound, ...channel, sort: 'date_modified:asc', limit: pageSize, page };
      return readRows(await get('v2/orders', query)).map(toRawRow);
    },
    toEvents: async (rows) =>
      toEvents(
        'order',
        rows,
        await readOrders(
          get,
          config,
          rows.map(({ raw }) => raw),
        ),
      ),
  };

  /** Each list of V3 is sorted in words of its own. */
  const readV3 = async (path: string, order: Query, from: Instant | null, page: number): Promise<readonly RawRow[]> => {
    const bound = from === null ? {} : { 'date_modified:min': toLowerBound(from) };
    return readData(await get(path, { ...order, ...bound, limit: pageSize, page })).map(toRawRow);
  };

  const customers: ChangeSource<RawRow> = {
    readPage: (from, page) => readV3('v3/customers', { ...withAddresses, sort: 'date_modified:asc' }, from, page),
    toEvents: async (rows) =>
      toEvents(
        'customer',
        rows,
        rows.map(({ raw }) => readCustomer(raw)),
      ),
  };

  const products: ChangeSource<RawRow> = {
    readPage: (from, page) =>
      readV3('v3/catalog/products', { ...withImage, sort: 'date_modified', direction: 'asc' }, from, page),
    toEvents: async (rows) =>
      toEvents(
        'product',
        rows,
        await readProducts(
          get,
          await readStore(client),
          rows.map(({ raw }) => raw),
        ),
      ),
  };

  return {
    orders: (start) => pullChanges(orders, start),
    customers: (start) =>
      pullPeople(customers, (from, page) => readV3('v3/customers/subscribers', {}, from, page), start),
    products: (start) => pullChanges(products, start),
  };
}

function toEvents(
  resource: 'order' | 'customer' | 'product',
  rows: readonly RawRow[],
  reads: readonly ReadEvents[],
): readonly PlatformEvent[] {
  return reads.flatMap((read, index) => toPageEvents(resource, rows[index]?.id ?? '', read));
}
