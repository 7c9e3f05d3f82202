import { toRejection, type PlatformEvent } from '@regulars/adapter-contracts';
import { fail, ok, parseCurrency, type Result } from '@regulars/core/shared';
import { z } from 'zod';
import type { Query } from '../api/client.ts';
import { readAnswer, readData, readRows } from '../api/read-answer.ts';
import type { BigCommerceConfig } from '../config.ts';
import { incompleteStatusId } from '../model/order-status.ts';
import { toOrder } from '../model/to-order.ts';
import type { BigCommerceRejection } from '../rejection.ts';
import { listLines, wireCoupon, wireOrder, type WireOrder } from '../wire/wire-order.ts';
import { wireRefund, type WireRefund } from '../wire/wire-refund.ts';

export type Get = (path: string, query?: Query) => Promise<unknown>;

export type ReadEvents = Result<readonly PlatformEvent[], BigCommerceRejection>;

/** Brings an order's lines with it, which are another call for each order otherwise. */
export const withLines: Query = {
  include: 'consignments,consignments.line_items,fees',
  consignment_structure: 'object',
};

/** What BigCommerce keeps beside orders is fetched here: refunds for all of them at once, coupons for those that have any. */
export async function readOrders(
  get: Get,
  { channelId }: BigCommerceConfig,
  raws: readonly unknown[],
): Promise<readonly ReadEvents[]> {
  const orders = raws.map((raw) => wireOrder.safeParse(raw));
  const wanted = orders.flatMap(({ data }) =>
    data !== undefined && whyIgnored(data, channelId) === null ? [data] : [],
  );
  const refunds = await readRefunds(get, wanted);
  const couponCodes = await readCouponCodes(get, wanted.filter(mayHaveCoupon));
  return orders.map((read): ReadEvents => {
    if (!read.success) return fail(toRejection('bigcommerce.invalid', read.error));
    const order = read.data;
    const reason = whyIgnored(order, channelId);
    if (reason !== null) return ok([{ kind: 'ignored', reason }]);
    // Archived: in no list, in no count and in no report of the shop any more.
    if (order.is_deleted) return ok([{ kind: 'orderDeleted', externalId: order.id }]);
    const currency = parseCurrency(order.default_currency_code);
    if (currency === null) {
      const message = 'Must be a currency of ISO 4217, such as EUR.';
      return fail({ code: 'bigcommerce.unknown_currency', path: '/default_currency_code', message });
    }
    const parts = {
      refunds: refunds.filter(({ order_id: orderId }) => orderId === order.id),
      couponCodes: couponCodes.get(order.id) ?? [],
    };
    return ok([{ kind: 'orderUpserted', order: toOrder(order, parts, currency) }]);
  });
}

function whyIgnored(order: WireOrder, channelId: number | undefined): string | null {
  if (order.status_id === incompleteStatusId) return 'order.incomplete';
  if (channelId !== undefined && order.channel_id !== String(channelId)) return 'order.other_channel';
  return null;
}

/** The most that any list gives. */
const atOnce = 250;

/** The refunds of all these orders. An order's own sum of them is always 0. */
async function readRefunds(get: Get, orders: readonly WireOrder[]): Promise<readonly WireRefund[]> {
  const found: WireRefund[] = [];
  const ids = orders.map(({ id }) => id).join(',');
  if (ids === '') return found;
  for (let page = 1; ; page += 1) {
    const query = { 'order_id:in': ids, limit: atOnce, page };
    const rows = readData(await get('v3/orders/payment_actions/refunds', query));
    found.push(...readAnswer(z.array(wireRefund), rows));
    if (rows.length < atOnce) return found;
  }
}

/** A code shows in what it took off: on the order, on a line, or as shipping that costs nothing. */
function mayHaveCoupon(order: WireOrder): boolean {
  const isZero = (decimal: string): boolean => Number(decimal) === 0;
  const isShippedFree = order.consignments.shipping.length > 0 && isZero(order.shipping_cost_inc_tax);
  const hasLineDiscount = listLines(order).some((line) => line.applied_discounts.length > 0);
  return !isZero(order.coupon_discount) || !isZero(order.discount_amount) || hasLineDiscount || isShippedFree;
}

/** Calls on their way at once; BigCommerce itself limits some lists to ten. */
const callsAtOnce = 8;

/** There is one call for each order, and no other way. */
async function readCouponCodes(
  get: Get,
  orders: readonly WireOrder[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for (let at = 0; at < orders.length; at += callsAtOnce) {
    const some = orders.slice(at, at + callsAtOnce);
    const answers = await Promise.all(some.map(({ id }) => get(`v2/orders/${id}/coupons`, { limit: atOnce })));
    for (const [index, { id }] of some.entries()) {
      const coupons = readAnswer(z.array(wireCoupon), readRows(answers[index]));
      found.set(
        id,
        coupons.flatMap(({ code }) => (code === null ? [] : [code])),
      );
    }
  }
  return found;
}
