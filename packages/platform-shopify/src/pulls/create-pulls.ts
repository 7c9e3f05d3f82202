import { toRejection, type PlatformEvent, type PlatformPulls } from '@regulars/adapter-contracts';
import { parseCurrency } from '@regulars/core/shared';
import type { z } from 'zod';
import type { ShopifyClient } from '../api/client.ts';
import type { ShopifyConfig } from '../config.ts';
import { toOrder } from '../model/to-order.ts';
import { toProduct } from '../model/to-product.ts';
import { customerNode, listCustomers } from '../operations/customers.ts';
import { orderNode } from '../operations/order-node.ts';
import { listOrders } from '../operations/orders.ts';
import { listProducts, productNode } from '../operations/products.ts';
import { completeLines } from './complete-lines.ts';
import { pullPages } from './pull-pages.ts';

/** Lines that come with an order; most have fewer, and the rest are fetched for each order that has more. */
const linesAtFirst = 10;

/** What the store has, in the words of its webhooks. */
export function createPulls(client: ShopifyClient, config: ShopifyConfig): PlatformPulls {
  return {
    orders: (start) =>
      pullPages(
        client,
        {
          operation: listOrders,
          variables: { lines: linesAtFirst },
          toConnection: ({ orders }) => orders,
          toEvent: async (node) => toOrderEvent(await completeLines(client, node)),
          firstPageSize: 10,
        },
        start,
      ),
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

function toOrderEvent(node: unknown): PlatformEvent {
  const read = orderNode.safeParse(node);
  if (!read.success) return toPart(node, read.error);
  const currency = parseCurrency(read.data.currency);
  if (currency !== null) return { kind: 'orderUpserted', order: toOrder(read.data, currency) };
  const message = 'Must be a currency of ISO 4217, such as EUR.';
  const rejection = { code: 'shopify.unknown_currency', path: '/currencyCode', message };
  return { kind: 'partRejected', rejection, part: JSON.stringify(node) };
}

/** One that cannot be read is kept as poison, and the rest of its page is used. */
function toPart(node: unknown, error: z.ZodError): PlatformEvent {
  return { kind: 'partRejected', rejection: toRejection('shopify.invalid', error), part: JSON.stringify(node) };
}
