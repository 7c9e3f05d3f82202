import type { PlatformPulls } from '@regulars/adapter-contracts';
import { parseCurrency } from '@regulars/core/shared';
import type { ShopifyClient } from '../api/client.ts';
import type { ShopifyConfig } from '../config.ts';
import { toProduct } from '../model/to-product.ts';
import { customerNode, listCustomers } from '../operations/customers.ts';
import { listProducts, productNode } from '../operations/products.ts';
import { pullOrders } from './pull-orders.ts';
import { pullPages } from './pull-pages.ts';
import { toPart } from './to-part.ts';

/** What the store has, in the words of its webhooks. */
export function createPulls(client: ShopifyClient, config: ShopifyConfig): PlatformPulls {
  return {
    orders: (start) => pullOrders(client, start),
    customers: (start) =>
      pullPages(
        client,
        {
          operation: listCustomers,
          variables: {},
          toConnection: ({ customers }) => customers,
          toEvent: (node) => {
            const read = customerNode.safeParse(node);
            return read.success ? { kind: 'customerUpserted', customer: read.data } : toPart(node, read.error);
          },
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
          toEvent: (node) => {
            const read = productNode.safeParse(node);
            if (!read.success) return toPart(node, read.error);
            const currency = config.currency === undefined ? null : parseCurrency(config.currency);
            return { kind: 'productUpserted', product: toProduct(read.data, config.domain, currency) };
          },
          firstPageSize: 20,
        },
        start,
      ),
  };
}
