import type { PlatformPulls } from '@regulars/adapter-contracts';
import type { ShopifyClient } from '../api/client.ts';
import type { ShopifyConfig } from '../config.ts';
import { listCustomers } from '../operations/customers.ts';
import { listProducts } from '../operations/products.ts';
import { pullOrders } from './pull-orders.ts';
import { pullPages } from './pull-pages.ts';
import { toEvent } from './to-event.ts';

/** What the store has, in the words of its webhooks. */
export function createPulls(client: ShopifyClient, config: ShopifyConfig): PlatformPulls {
  return {
    orders: (start) => pullOrders(client, config, start),
    customers: (start) =>
      pullPages(
        client,
        {
          operation: listCustomers,
          variables: {},
          toConnection: ({ customers }) => customers,
          toEvent: (node) => toEvent('pulled/customer', node, config),
          firstPageSize: 50,
        },
        start,
      ),
    products: (start) =>
      pullPages(
        client,
        {
          operation: listProducts,
          variables: {},
          toConnection: ({ products }) => products,
          toEvent: (node) => toEvent('pulled/product', node, config),
          firstPageSize: 20,
        },
        start,
      ),
  };
}
