import {
  deriveOrderStatus,
  type LineItem,
  type Order,
  type OrderStatus,
  type OrderTotals,
} from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import { address, buyer, toAddress, toCustomerDetails } from './customer.ts';
import { attributes, currency, externalId, flag, instant, optionalInstant, requiredText, text } from './fields.ts';
import { createLineSchema, toLineItem } from './line.ts';
import { toMinor, type WireAmount } from './money.ts';

const statuses = [
  'pending',
  'paid',
  'fulfilled',
  'partially_refunded',
  'refunded',
  'cancelled',
] as const satisfies readonly OrderStatus[];

const source = z.object({
  channel: text,
  landingPage: text,
  referrer: text,
  utm: attributes,
});

export type WireOrder = z.output<ReturnType<typeof createOrderSchema>>;

/** An order as it is now, whole. */
export function createOrderSchema(amount: z.ZodType<WireAmount>) {
  return z.object({
    externalId,
    number: requiredText.nullish(),
    placedAt: instant,
    paidAt: optionalInstant,
    fulfilledAt: optionalInstant,
    cancelledAt: optionalInstant,
    updatedAt: instant.meta({ description: 'Of this state: an older one never overwrites a newer one.' }),
    status: z.enum(statuses, { error: `Must be one of ${statuses.join(', ')}.` }),
    currency,
    taxesIncluded: z.boolean({ error: 'Must be true or false.' }).optional().default(true),
    totals: z.object(
      {
        items: amount.optional(),
        discount: amount.optional().default(0),
        shipping: amount.optional().default(0),
        tax: amount.optional().default(0),
        grand: amount.meta({
          description: 'What the customer owed: tax and shipping in, discounts out, refunds not taken off.',
        }),
        refunded: amount.optional().default(0),
      },
      { error: 'Must be an object with the amounts of the order; grand is needed.' },
    ),
    customer: buyer.nullish(),
    billingAddress: address.nullish(),
    shippingAddress: address.nullish(),
    lines: z
      .array(createLineSchema(amount), { error: 'Must be a list of lines.' })
      .max(1_000, { error: 'Must be at most 1000 lines.' })
      .optional()
      .default([]),
    coupons: z
      .array(z.object({ code: requiredText }))
      .optional()
      .default([]),
    source: source.nullish(),
    attributes,
    test: flag,
    isRenewal: flag,
  });
}

/** An order in the common model: all amounts with tax. */
export function toOrder(wire: WireOrder, code: CurrencyCode): Order {
  const lineItems = wire.lines.map((line) => toLineItem(line, code, wire.taxesIncluded));
  const totals = toTotals(wire, lineItems, code);
  const customer = wire.customer ? toCustomerDetails(wire.customer) : null;
  const isNobody =
    customer === null ||
    [customer.externalId, customer.email, customer.phone, customer.firstName, customer.lastName].every(
      (part) => part === null,
    );
  return {
    externalId: wire.externalId,
    number: wire.number ?? wire.externalId,
    placedAt: wire.placedAt,
    paidAt: wire.paidAt,
    fulfilledAt: wire.fulfilledAt,
    cancelledAt: wire.cancelledAt,
    updatedAt: wire.updatedAt,
    status: toStatus(wire, totals),
    platformStatus: wire.status,
    currency: code,
    totals,
    customer: isNobody ? null : customer,
    billingAddress: toAddress(wire.billingAddress),
    shippingAddress: toAddress(wire.shippingAddress),
    lineItems,
    refunds: [],
    couponCodes: wire.coupons.map((coupon) => coupon.code.trim().toLowerCase()),
    source: wire.source
      ? {
          channel: wire.source.channel,
          landingPage: wire.source.landingPage,
          referrerUrl: wire.source.referrer,
          utm: wire.source.utm,
        }
      : null,
    attributes: wire.attributes,
    isTest: wire.test,
    isRenewal: wire.isRenewal,
  };
}

function toTotals(
  { totals, taxesIncluded }: WireOrder,
  lineItems: readonly LineItem[],
  code: CurrencyCode,
): OrderTotals {
  const lines = lineItems.reduce((sum, { subtotalMinor }) => sum + subtotalMinor, 0);
  const lineTaxes = taxesIncluded ? 0 : lineItems.reduce((sum, { taxMinor }) => sum + taxMinor, 0);
  return {
    itemsMinor: totals.items === undefined ? lines : toMinor(totals.items, code) + lineTaxes,
    discountMinor: toMinor(totals.discount, code),
    shippingMinor: toMinor(totals.shipping, code),
    taxMinor: toMinor(totals.tax, code),
    grandMinor: toMinor(totals.grand, code),
    refundedMinor: toMinor(totals.refunded, code),
  };
}

/** A sender may know that something was given back without saying how much; its word stands then. */
function toStatus(wire: WireOrder, totals: OrderTotals): OrderStatus {
  if (wire.status === 'partially_refunded' && totals.refundedMinor === 0) return 'partially_refunded';
  const platform = wire.status === 'partially_refunded' ? 'paid' : wire.status;
  return deriveOrderStatus({ platform, isPaid: wire.paidAt !== null, ...totals });
}
