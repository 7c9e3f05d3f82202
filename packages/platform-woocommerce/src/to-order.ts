import { deriveOrderStatus, type Order, type OrderTotals, type Refund } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { WooCommerceConfig } from './config.ts';
import { toAttributes, metaText, toSource } from './meta.ts';
import { toPlatformStatus } from './order-status.ts';
import { isErased, toAddress, toBuyer } from './to-customer.ts';
import { toLineItem } from './to-line-item.ts';
import { toMinor } from './to-minor.ts';
import type { WireOrder } from './wire-order.ts';

/** Whether the order's personal data were erased: WooCommerce keeps the amounts and overwrites the person. */
export function isAnonymized(order: WireOrder): boolean {
  return metaText(order.meta_data, '_anonymized') === 'yes' || isErased(order.billing?.email ?? null);
}

/** An order in the common model. All amounts include tax, as the customer saw them; WooCommerce gives net and tax apart. */
export function toOrder(order: WireOrder, currency: CurrencyCode, config: WooCommerceConfig): Order {
  const refunds = order.refunds.map((refund) => toRefund(refund, currency));
  const totals = toTotals(order, refunds, currency);
  const isPersonal = !isAnonymized(order);
  const platform = toPlatformStatus(order.status, order.date_paid_gmt !== null);
  return {
    externalId: String(order.id),
    number: order.number ?? String(order.id),
    placedAt: order.date_created_gmt,
    paidAt: order.date_paid_gmt,
    fulfilledAt: order.date_completed_gmt,
    updatedAt: order.date_modified_gmt,
    // A failed order keeps the date of an earlier payment, so the date does not overrule a status that is known.
    status: deriveOrderStatus({ platform, isPaid: platform !== 'pending', ...totals }),
    platformStatus: order.status,
    currency,
    totals,
    customer: isPersonal ? toBuyer(order, config.consentMetaKey) : null,
    billingAddress: isPersonal ? toAddress(order.billing) : null,
    shippingAddress: isPersonal ? toAddress(order.shipping) : null,
    lineItems: order.line_items.map((line) => toLineItem(line, currency)),
    refunds,
    couponCodes: order.coupon_lines.map(({ code }) => code.trim().toLowerCase()),
    source: toSource(order.meta_data),
    attributes: isPersonal ? toAttributes(order.meta_data, order.customer_note) : {},
    isTest: metaText(order.meta_data, '_wcpay_mode') === 'test',
    isRenewal: isRenewal(order),
  };
}

/** Inside an order a refund is negative, and without date unless a pull looked it up. */
function toRefund(refund: WireOrder['refunds'][number], currency: CurrencyCode): Refund {
  const amountMinor = -toMinor(refund.total, currency) || 0;
  return { externalId: String(refund.id), createdAt: refund.date_created_gmt, amountMinor, reason: refund.reason };
}

/** Fees count as items, and as discount where they are negative: shops sell both ways. */
function toTotals(order: WireOrder, refunds: readonly Refund[], currency: CurrencyCode): OrderTotals {
  const gross = (net: string, tax: string): number => toMinor(net, currency) + toMinor(tax, currency);
  const fees = order.fee_lines.map((fee) => gross(fee.total, fee.total_tax));
  const lines = order.line_items.map((line) => gross(line.subtotal, line.subtotal_tax));
  const itemsMinor = sum([...lines, ...fees.filter((fee) => fee > 0)]);
  const discountMinor = gross(order.discount_total, order.discount_tax) - sum(fees.filter((fee) => fee < 0));
  const shippingMinor = gross(order.shipping_total, order.shipping_tax);
  return {
    itemsMinor,
    discountMinor,
    shippingMinor,
    taxMinor: toMinor(order.total_tax, currency),
    grandMinor: toGrand(order, itemsMinor - discountMinor + shippingMinor, currency),
    refundedMinor: sum(refunds.map(({ amountMinor }) => amountMinor)),
  };
}

/** Gift cards pay, and are taken off the total all the same: what they paid is owed, up to what the lines come to. */
function toGrand(order: WireOrder, owedMinor: number, currency: CurrencyCode): number {
  const totalMinor = toMinor(order.total, currency);
  const paidByCardsMinor = sum(order.gift_cards.map((card) => toMinor(card.amount, currency)));
  return totalMinor + Math.max(0, Math.min(paidByCardsMinor, owedMinor - totalMinor));
}

/** WooCommerce Subscriptions: the system ordered, not the customer. */
function isRenewal(order: WireOrder): boolean {
  const marks = ['_subscription_renewal', '_subscription_switch', '_subscription_resubscribe'];
  return order.created_via === 'subscription' || marks.some((mark) => metaText(order.meta_data, mark) !== null);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
