import type { Order, OrderTotals, Refund } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { OrderFacts, RefundFacts } from './facts.ts';
import { toPlatformWords, toStatus } from './order-status.ts';
import { toAddress, toBuyer } from './to-customer.ts';
import { toLineItem } from './to-line-item.ts';
import { sumMinor, toMinor } from './to-minor.ts';
import { toSource } from './to-source.ts';

/** An order in the common model, in the shop's own currency. All amounts include tax, as the customer saw them. */
export function toOrder(order: OrderFacts, currency: CurrencyCode): Order {
  const refunds = order.refunds
    .map((refund) => toRefund(refund, currency))
    .filter(({ amountMinor }) => amountMinor > 0);
  const lineItems = order.lines.map((line) => toLineItem(line, currency, order.taxesIncluded));
  const totals = toTotals(order, lineItems, refunds, currency);
  return {
    externalId: order.id,
    number: order.name,
    placedAt: order.processedAt,
    paidAt: order.paidAt,
    fulfilledAt: order.fulfilledAt,
    cancelledAt: order.cancelledAt,
    updatedAt: order.updatedAt,
    status: toStatus(order, totals.grandMinor, totals.refundedMinor),
    platformStatus: toPlatformWords(order),
    currency,
    totals,
    customer: toBuyer(order),
    billingAddress: toAddress(order.billing),
    shippingAddress: toAddress(order.shippingTo),
    lineItems,
    refunds,
    couponCodes: [...new Set(order.couponCodes.map((code) => code.trim().toLowerCase()))].filter((code) => code !== ''),
    source: toSource(order),
    attributes: toAttributes(order),
    isTest: order.isTest,
    isRenewal: isRenewal(order),
  };
}

export function toRefund(refund: RefundFacts, currency: CurrencyCode): Refund {
  return {
    externalId: refund.id,
    createdAt: refund.createdAt,
    amountMinor: sumMinor(refund.amounts, currency),
    reason: refund.reason,
  };
}

/** Tips, duties and fees count as items: they are part of what was paid, and of no line. */
function toTotals(
  order: OrderFacts,
  lineItems: Order['lineItems'],
  refunds: readonly Refund[],
  currency: CurrencyCode,
): OrderTotals {
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  return {
    itemsMinor: sum(lineItems.map(({ subtotalMinor }) => subtotalMinor)) + sumMinor(order.extras, currency),
    discountMinor: toDiscountMinor(order, currency),
    shippingMinor: sum(
      order.shipping.map(
        ({ price, taxes }) => toMinor(price, currency) + (order.taxesIncluded ? 0 : sumMinor(taxes, currency)),
      ),
    ),
    taxMinor: toMinor(order.totalTax, currency),
    grandMinor: toMinor(order.total, currency),
    refundedMinor: sum(refunds.map(({ amountMinor }) => amountMinor)),
  };
}

/** Older and imported orders allocate nothing to lines; and what was taken off the shipping may be missing from the sum. */
function toDiscountMinor({ lines, shipping, totalDiscount }: OrderFacts, currency: CurrencyCode): number {
  const allocated = [...lines, ...shipping].flatMap(({ discounts }) => discounts);
  return Math.max(toMinor(totalDiscount, currency), sumMinor(allocated, currency));
}

/** Longer values are machine data that apps park there. */
const longestAttribute = 1_000;

function toAttributes({ attributes, note, tags }: OrderFacts): Readonly<Record<string, string>> {
  const kept = attributes.filter(([name, value]) => name !== '' && value !== '' && value.length <= longestAttribute);
  return Object.fromEntries([
    ...kept,
    ...(note === null ? [] : [['note', note] as const]),
    ...(tags.length === 0 ? [] : [['tags', tags.join(', ')] as const]),
  ]);
}

/** A subscription contract ordered, not the customer. Subscription apps that bill by themselves mark it by a tag. */
function isRenewal({ sourceName, tags }: OrderFacts): boolean {
  return (
    sourceName === 'subscription_contract' || tags.some((tag) => tag.toLowerCase() === 'subscription recurring order')
  );
}
