import type { Order, OrderTotals, Refund } from '@regulars/core/commerce';
import { minuteMs, toInstant, type CurrencyCode, type Instant } from '@regulars/core/shared';
import { listLines, type WireOrder } from '../wire/wire-order.ts';
import { isDone, type WireRefund } from '../wire/wire-refund.ts';
import { toPlatformStatus, toPlatformWords, toStatus, type Standing } from './order-status.ts';
import { toAddress, toBuyer } from './to-customer.ts';
import { toLineItem } from './to-line-item.ts';
import { sumMinor, toMinor } from './to-minor.ts';

/** What BigCommerce keeps beside an order. */
export interface OrderParts {
  readonly refunds: readonly WireRefund[];
  readonly couponCodes: readonly string[];
}

/** An order in the common model, in the currency it was paid in. All amounts include tax. */
export function toOrder(order: WireOrder, { refunds: told, couponCodes }: OrderParts, currency: CurrencyCode): Order {
  const refunds = told.filter(isDone).map((refund) => toRefund(refund, currency));
  const lines = listLines(order).filter(({ quantity }) => quantity > 0);
  const totals = toTotals(order, refunds, currency);
  const standing: Standing = { statusId: order.status_id, paymentStatus: order.payment_status };
  const lineCodes = lines.flatMap((line) =>
    line.applied_discounts.flatMap(({ code }) => (code === null ? [] : [code])),
  );
  const channel = (order.external_source ?? order.order_source)?.toLowerCase() ?? null;
  const shippingTo = order.consignments.shipping[0] ?? null;
  return {
    externalId: order.id,
    number: order.id,
    placedAt: order.date_created,
    paidAt: toPaidAt(order, standing),
    fulfilledAt: toPlatformStatus(standing) === 'fulfilled' ? order.date_shipped : null,
    cancelledAt: null,
    updatedAt: latest([order.date_modified, ...refunds.map(({ createdAt }) => createdAt ?? order.date_modified)]),
    status: toStatus(standing, totals.grandMinor, totals.refundedMinor),
    platformStatus: toPlatformWords(standing),
    currency,
    totals,
    customer: toBuyer(order),
    billingAddress: toAddress(order.billing_address),
    shippingAddress: toAddress(shippingTo),
    lineItems: lines.map((line) => toLineItem(line, currency)),
    refunds,
    couponCodes: [...new Set([...couponCodes, ...lineCodes].map((code) => code.trim().toLowerCase()))].filter(
      (code) => code !== '',
    ),
    source: channel === null ? null : { channel, landingPage: null, referrerUrl: null, utm: {} },
    attributes: toAttributes(order),
    // Nothing marks a test, except that it was paid at the gateway that takes no money.
    isTest: order.payment_method?.toLowerCase() === 'test payment gateway',
    isRenewal: false,
    ...(order.cart_id === null ? {} : { checkoutExternalId: order.cart_id }),
  };
}

function toRefund(refund: WireRefund, currency: CurrencyCode): Refund {
  return {
    externalId: refund.id,
    createdAt: refund.created,
    amountMinor: toMinor(refund.total_amount, currency),
    reason: refund.reason,
  };
}

/**
 * Fees count as items: they are part of what was paid, and of no line. Gift certificates and store credit are payments and
 * take nothing off the total. The order's own `refunded_amount` is always 0, so refunds are summed.
 */
function toTotals(order: WireOrder, refunds: readonly Refund[], currency: CurrencyCode): OrderTotals {
  const fees = order.fees.map(({ cost_inc_tax: cost }) => cost);
  const shipping = [order.shipping_cost_inc_tax, order.handling_cost_inc_tax, order.wrapping_cost_inc_tax];
  return {
    itemsMinor: sumMinor([order.subtotal_inc_tax, ...fees], currency),
    discountMinor: sumMinor([order.discount_amount, order.coupon_discount], currency),
    shippingMinor: sumMinor(shipping, currency),
    taxMinor: toMinor(order.total_tax, currency),
    grandMinor: toMinor(order.total_inc_tax, currency),
    refundedMinor: refunds.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

/** Told for a state as young as the order, which was paid at the checkout; of a later one nobody tells when. */
function toPaidAt({ date_created: placedAt, date_modified: updatedAt }: WireOrder, standing: Standing): Instant | null {
  const status = toStatus(standing, 1, 0);
  const isPaid = status === 'paid' || status === 'fulfilled';
  return isPaid && updatedAt - placedAt <= minuteMs ? placedAt : null;
}

function latest(instants: readonly Instant[]): Instant {
  return toInstant(Math.max(...instants));
}

/** Longer values are machine data that apps park there. */
const longestAttribute = 1_000;

function toAttributes(order: WireOrder): Readonly<Record<string, string>> {
  const given: readonly (readonly [string | null, unknown])[] = [
    ...(order.billing_address?.form_fields ?? []).map(({ name, value }) => [name, value] as const),
    ['note', order.customer_message],
    ['staff_notes', order.staff_notes],
    ['external_order_id', order.external_order_id],
    ['cart_id', order.cart_id],
    ['channel_id', order.channel_id],
  ];
  return Object.fromEntries(
    given.flatMap(([name, value]) =>
      name !== null && typeof value === 'string' && value !== '' && value.length <= longestAttribute
        ? [[name, value] as const]
        : [],
    ),
  );
}
