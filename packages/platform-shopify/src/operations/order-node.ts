import type { Instant } from '@regulars/core/shared';
import { z } from 'zod';
import type { LineFacts, OrderFacts, ShippingFacts } from '../model/facts.ts';
import { toUtm } from '../model/to-source.ts';
import { gid } from '../wire/wire.ts';
import {
  address,
  instant,
  optionalInstant,
  optionalShopMoney,
  pageInfo,
  reference,
  shopMoney,
  text,
} from './fields.ts';

const taxLines = z.array(z.object({ priceSet: shopMoney })).transform((lines) => lines.map(({ priceSet }) => priceSet));
const allocations = z
  .array(z.object({ allocatedAmountSet: shopMoney }))
  .transform((parts) => parts.map(({ allocatedAmountSet }) => allocatedAmountSet));

const lineNode = z
  .object({
    id: gid,
    name: z.string(),
    sku: text,
    quantity: z.int().nonnegative(),
    isGiftCard: z.boolean(),
    requiresShipping: z.boolean(),
    originalUnitPriceSet: shopMoney,
    taxLines,
    discountAllocations: allocations,
    product: reference,
    variant: reference,
  })
  .transform((line): LineFacts => ({
    id: line.id,
    productId: line.product,
    variantId: line.variant,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    unitPrice: line.originalUnitPriceSet,
    taxes: line.taxLines,
    discounts: line.discountAllocations,
    isGiftCard: line.isGiftCard,
    requiresShipping: line.requiresShipping,
  }));

const visit = z.object({
  landingPage: text,
  referrerUrl: text,
  utmParameters: z.object({ source: text, medium: text, campaign: text, term: text, content: text }).nullish(),
});

const dated = z.object({ status: text, createdAt: optionalInstant });
const transaction = z.object({ kind: z.string(), status: z.string(), processedAt: optionalInstant });

const node = z.object({
  id: gid,
  name: z.string(),
  processedAt: instant,
  updatedAt: instant,
  cancelledAt: optionalInstant,
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  test: z.boolean(),
  taxesIncluded: z.boolean(),
  dutiesIncluded: z.boolean(),
  currencyCode: z.string(),
  email: text,
  phone: text,
  customerLocale: text,
  customerAcceptsMarketing: z.boolean(),
  sourceName: text,
  tags: z.array(z.string()),
  note: text,
  discountCodes: z.array(z.string()),
  customAttributes: z.array(z.object({ key: z.string(), value: text })),
  totalPriceSet: shopMoney,
  totalDiscountsSet: optionalShopMoney,
  totalTaxSet: optionalShopMoney,
  totalTipReceivedSet: optionalShopMoney,
  originalTotalDutiesSet: optionalShopMoney,
  originalTotalAdditionalFeesSet: optionalShopMoney,
  totalCashRoundingAdjustment: z.object({ paymentSet: shopMoney }),
  billingAddress: address,
  shippingAddress: address,
  customer: z
    .object({
      id: gid,
      firstName: text,
      lastName: text,
      defaultEmailAddress: z.object({ emailAddress: text }).nullish(),
      defaultPhoneNumber: z.object({ phoneNumber: text }).nullish(),
    })
    .nullish(),
  customerJourneySummary: z.object({ lastVisit: visit.nullish() }).nullish(),
  lineItems: z.object({ pageInfo, nodes: z.array(lineNode) }),
  /** All lines of shipping in one. */
  shippingLine: z
    .object({ isRemoved: z.boolean(), originalPriceSet: shopMoney, taxLines, discountAllocations: allocations })
    .nullish(),
  fulfillments: z.array(dated),
  transactions: z.array(transaction),
  refunds: z.array(
    z.object({
      id: gid.nullish(),
      createdAt: optionalInstant,
      processedAt: optionalInstant,
      note: text,
      totalRefundedSet: shopMoney,
    }),
  ),
});

/** An order as GraphQL tells it, in the same words as its webhooks: both make the same order. */
export const orderNode = node.transform((order): OrderFacts & { readonly currency: string } => {
  const fulfillmentStatus = toFulfillmentStatus(order.displayFulfillmentStatus);
  const seen = order.customerJourneySummary?.lastVisit ?? null;
  return {
    id: order.id,
    name: order.name,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt,
    cancelledAt: order.cancelledAt,
    paidAt: toPaidAt(order.transactions),
    fulfilledAt: fulfillmentStatus === 'fulfilled' ? toFulfilledAt(order.fulfillments) : null,
    financialStatus: order.displayFinancialStatus?.toLowerCase() ?? null,
    fulfillmentStatus,
    isTest: order.test,
    taxesIncluded: order.taxesIncluded,
    currency: order.currencyCode,
    total: order.totalPriceSet,
    totalDiscount: order.totalDiscountsSet,
    totalTax: order.totalTaxSet,
    extras: [
      order.totalTipReceivedSet,
      order.dutiesIncluded ? '0' : order.originalTotalDutiesSet,
      order.originalTotalAdditionalFeesSet,
      order.totalCashRoundingAdjustment.paymentSet,
    ],
    lines: order.lineItems.nodes.filter(({ quantity }) => quantity > 0),
    shipping: toShipping(order.shippingLine),
    refunds: order.refunds.flatMap((refund) =>
      refund.id === null || refund.id === undefined
        ? []
        : [
            {
              id: refund.id,
              createdAt: refund.processedAt ?? refund.createdAt,
              amounts: [refund.totalRefundedSet],
              reason: refund.note,
            },
          ],
    ),
    email: order.email,
    phone: order.phone,
    locale: order.customerLocale,
    acceptsMarketing: order.customerAcceptsMarketing,
    customer:
      order.customer === null || order.customer === undefined
        ? null
        : {
            id: order.customer.id,
            email: order.customer.defaultEmailAddress?.emailAddress ?? null,
            phone: order.customer.defaultPhoneNumber?.phoneNumber ?? null,
            firstName: order.customer.firstName,
            lastName: order.customer.lastName,
          },
    billing: order.billingAddress,
    shippingTo: order.shippingAddress,
    couponCodes: order.discountCodes,
    sourceName: order.sourceName,
    visit: seen === null ? null : toVisit(seen),
    attributes: order.customAttributes.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const])),
    note: order.note,
    tags: order.tags,
  };
});

function toShipping(line: z.output<typeof node>['shippingLine']): readonly ShippingFacts[] {
  if (line === null || line === undefined || line.isRemoved) return [];
  return [{ price: line.originalPriceSet, taxes: line.taxLines, discounts: line.discountAllocations }];
}

/** In the words of webhooks, where an order nothing was sent of has no status. */
function toFulfillmentStatus(display: string | null): string | null {
  if (display === null || display === 'UNFULFILLED') return null;
  return display === 'PARTIALLY_FULFILLED' ? 'partial' : display.toLowerCase();
}

function toPaidAt(transactions: readonly z.output<typeof transaction>[]): Instant | null {
  const payments = transactions.flatMap(({ kind, status, processedAt }) =>
    (kind === 'SALE' || kind === 'CAPTURE') && status === 'SUCCESS' && processedAt !== null ? [processedAt] : [],
  );
  return payments.length === 0 ? null : (Math.min(...payments) as Instant);
}

function toFulfilledAt(fulfillments: readonly z.output<typeof dated>[]): Instant | null {
  const sent = fulfillments.flatMap(({ status, createdAt }) =>
    status === 'SUCCESS' && createdAt !== null ? [createdAt] : [],
  );
  return sent.length === 0 ? null : (Math.max(...sent) as Instant);
}

function toVisit({ landingPage, referrerUrl, utmParameters: told }: z.output<typeof visit>) {
  if (told === null || told === undefined) return { landingPage, referrerUrl, utm: toUtm(landingPage) };
  const utm = Object.entries(told).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  return { landingPage, referrerUrl, utm: Object.fromEntries(utm) };
}
