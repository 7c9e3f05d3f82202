import { toRejection, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type Result } from '@regulars/core/shared';
import type { ShopifyConfig } from '../config.ts';
import { toOrder } from '../model/to-order.ts';
import { toProduct } from '../model/to-product.ts';
import { customerNode } from '../operations/customers.ts';
import { orderNode } from '../operations/order-node.ts';
import { productNode } from '../operations/products.ts';
import type { ShopifyRejection } from '../rejection.ts';

/** What a node of a pull is; as a topic, it tells how one that could not be read is parsed again. */
export type NodeTopic = 'pulled/order' | 'pulled/customer' | 'pulled/product';

type ParsedNode = Result<PlatformEvent, ShopifyRejection>;

/** Reads a resource as GraphQL tells it; an order with all its lines. */
export function parseNode(
  topic: NodeTopic,
  node: unknown,
  config: Pick<ShopifyConfig, 'domain' | 'currency'>,
): ParsedNode {
  if (topic === 'pulled/order') return parseOrderNode(node);
  if (topic === 'pulled/customer') {
    const read = customerNode.safeParse(node);
    if (!read.success) return fail(toRejection('shopify.invalid', read.error));
    return ok({ kind: 'customerUpserted', customer: read.data });
  }
  const read = productNode.safeParse(node);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const currency = config.currency === undefined ? null : parseCurrency(config.currency);
  return ok({ kind: 'productUpserted', product: toProduct(read.data, config.domain, currency) });
}

function parseOrderNode(node: unknown): ParsedNode {
  const read = orderNode.safeParse(node);
  if (!read.success) return fail(toRejection('shopify.invalid', read.error));
  const currency = parseCurrency(read.data.currency);
  if (currency !== null) return ok({ kind: 'orderUpserted', order: toOrder(read.data, currency) });
  const message = 'Must be a currency of ISO 4217, such as EUR.';
  return fail({ code: 'shopify.unknown_currency', path: '/currencyCode', message });
}
