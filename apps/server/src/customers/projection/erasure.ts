import { createHash } from 'node:crypto';
import type { Order, Refund } from '@regulars/core/commerce';
import type { ConnectionId, StoreId } from '@regulars/core/shared';

/** An order without anything that tells whose it was; the amounts stay. */
export function toAnonymousOrder(order: Order): Order {
  return {
    ...order,
    customer: null,
    billingAddress: null,
    shippingAddress: null,
    source: null,
    attributes: {},
    refunds: withoutReasons(order.refunds),
  };
}

/** Why money went back is told in a person's words, and may name one. */
export function withoutReasons(refunds: readonly Refund[]): readonly Refund[] {
  return refunds.map((refund) => ({ ...refund, reason: null }));
}

/** What is kept of an erased account, to know late news of it by: a hash, which says nothing about whose it was. */
export function hashIdentity(storeId: StoreId, connectionId: ConnectionId, externalId: string): string {
  return hash(`${storeId}|account|${connectionId}|${externalId}`);
}

/** The same for an address, by its key. */
export function hashEmailKey(storeId: StoreId, emailKey: string): string {
  return hash(`${storeId}|email|${emailKey}`);
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
