import type { PlatformEvent } from '@regulars/adapter-contracts';
import { parseCurrency } from '@regulars/core/shared';
import { toOrder } from '../model/to-order.ts';
import { orderNode } from '../operations/order-node.ts';
import { toPart } from './to-part.ts';

/** An order with all its lines, as GraphQL tells it. */
export function toOrderEvent(node: unknown): PlatformEvent {
  const read = orderNode.safeParse(node);
  if (!read.success) return toPart(node, read.error);
  const currency = parseCurrency(read.data.currency);
  if (currency !== null) return { kind: 'orderUpserted', order: toOrder(read.data, currency) };
  const message = 'Must be a currency of ISO 4217, such as EUR.';
  const rejection = { code: 'shopify.unknown_currency', path: '/currencyCode', message };
  return { kind: 'partRejected', rejection, part: JSON.stringify(node) };
}
