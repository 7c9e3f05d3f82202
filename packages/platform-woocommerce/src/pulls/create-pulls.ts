import type { AdapterContext, PlatformPulls } from '@regulars/adapter-contracts';
import type { WooCommerceClient } from '../client.ts';
import type { WooCommerceConfig } from '../config.ts';
import { parseProduct } from '../parse-resource.ts';
import { wireProduct } from '../to-product.ts';
import { createPageReader } from './page-reader.ts';
import { pullChanges } from './pull-changes.ts';
import { pullCustomers } from './pull-customers.ts';
import { pullOrders } from './pull-orders.ts';
import { toEvents } from './to-events.ts';

/** What the store has, in the words of its webhooks. */
export function createPulls(
  client: WooCommerceClient,
  config: WooCommerceConfig,
  context: AdapterContext,
): PlatformPulls {
  return {
    orders: (start) => pullOrders(createPageReader(client, context), config, start),
    customers: (start) => pullCustomers(createPageReader(client, context), config, start),
    products: (start) =>
      pullChanges(
        createPageReader(client, context),
        {
          endpoint: 'products',
          query: { status: 'any', _fields: Object.keys(wireProduct.shape).join(',') },
          toEvents: (item) => toEvents('product', item, parseProduct(item, config)),
        },
        start,
      ),
  };
}
