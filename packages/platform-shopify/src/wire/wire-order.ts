import { minuteMs, type Instant } from '@regulars/core/shared';
import { z } from 'zod';
import type { OrderFacts } from '../model/facts.ts';
import { toUtm } from '../model/to-source.ts';
import { wireLines, wireShipping } from './wire-line.ts';
import { wireAddress, wireBuyer } from './wire-person.ts';
import { bag, listBags, toRefundFacts, wireRefund } from './wire-refund.ts';
import {
  amount,
  date,
  list,
  optionalAmount,
  optionalDate,
  optionalShopMoney,
  ownId,
  tags,
  text,
  toOwnId,
} from './wire.ts';

const fulfillment = z.object({ status: text, created_at: optionalDate });

/** The parts of an order in a webhook that are used; shapes of 2024-10 and later. */
const wire = z.object({
  ...ownId,
  name: text,
  processed_at: optionalDate,
  created_at: date,
  updated_at: date,
  cancelled_at: optionalDate,
  financial_status: text,
  fulfillment_status: text,
  test: z.boolean().nullish(),
  taxes_included: z.boolean().nullish(),
  currency: z.string({ error: 'Must be an ISO 4217 code.' }),
  total_price: amount,
  total_price_set: bag.nullish(),
  total_discounts: optionalAmount,
  total_tax: optionalAmount,
  total_tip_received: optionalAmount,
  original_total_duties_set: optionalShopMoney,
  original_total_additional_fees_set: optionalShopMoney,
  total_cash_rounding_payment_adjustment_set: optionalShopMoney,
  duties_included: z.boolean().nullish(),
  email: text,
  contact_email: text,
  phone: text,
  customer_locale: text,
  buyer_accepts_marketing: z.boolean().nullish(),
  customer: wireBuyer,
  billing_address: wireAddress,
  shipping_address: wireAddress,
  line_items: wireLines,
  shipping_lines: list(wireShipping),
  fulfillments: list(fulfillment),
  refunds: list(wireRefund),
  discount_codes: list(z.object({ code: text })),
  discount_applications: list(z.object({ type: text, code: text })),
  source_name: text,
  landing_site: text,
  referring_site: text,
  note: text,
  note_attributes: list(z.object({ name: z.string(), value: z.unknown() })),
  tags,
});

export const wireOrder = wire.transform((order, context): OrderFacts & { readonly currency: string } => {
  const externalId = toOwnId(order);
  if (externalId === null) {
    context.issues.push({ code: 'custom', path: ['id'], message: 'Must be the id of an order.', input: null });
    return z.NEVER;
  }
  const processedAt = order.processed_at ?? order.created_at;
  const bags = order.total_price_set === null || order.total_price_set === undefined ? [] : [order.total_price_set];
  const visit = { landingPage: order.landing_site, referrerUrl: order.referring_site, utm: toUtm(order.landing_site) };
  const codes = [
    ...order.discount_codes,
    ...order.discount_applications.filter(({ type }) => type === 'discount_code'),
  ];
  return {
    id: externalId,
    name: order.name ?? externalId,
    processedAt,
    updatedAt: order.updated_at,
    cancelledAt: order.cancelled_at,
    paidAt: toPaidAt(order.financial_status, processedAt, order.updated_at),
    fulfilledAt: toFulfilledAt(order.fulfillment_status, order.fulfillments),
    financialStatus: order.financial_status,
    fulfillmentStatus: order.fulfillment_status,
    isTest: order.test === true,
    taxesIncluded: order.taxes_included === true,
    currency: order.currency,
    total: order.total_price,
    totalDiscount: order.total_discounts,
    totalTax: order.total_tax,
    extras: [
      order.total_tip_received,
      order.duties_included === true ? '0' : order.original_total_duties_set,
      order.original_total_additional_fees_set,
      order.total_cash_rounding_payment_adjustment_set,
    ],
    lines: order.line_items,
    shipping: order.shipping_lines.filter(({ isRemoved }) => !isRemoved),
    refunds: order.refunds.flatMap(
      (refund) => toRefundFacts(refund, order.currency, [...bags, ...listBags(refund)]) ?? [],
    ),
    email: order.email ?? order.contact_email,
    phone: order.phone,
    locale: order.customer_locale,
    acceptsMarketing: order.buyer_accepts_marketing === true,
    customer: order.customer,
    billing: order.billing_address,
    shippingTo: order.shipping_address,
    couponCodes: codes.flatMap(({ code }) => code ?? []),
    sourceName: order.source_name,
    visit: visit.landingPage === null && visit.referrerUrl === null ? null : visit,
    attributes: order.note_attributes.flatMap(({ name, value }) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[name, String(value)] as const]
        : [],
    ),
    note: order.note,
    tags: order.tags,
  };
});

/** For how long after it was placed an order that is paid was paid when it was placed. */
const paidAtOnceMs = 60 * minuteMs;

const paid: ReadonlySet<string | null> = new Set(['paid', 'partially_refunded', 'refunded']);

/**
 * Webhooks do not tell when an order was paid. The state of a young order that is paid was paid at the checkout; of a later
 * state it is not known, e.g. after a bank transfer.
 */
function toPaidAt(financialStatus: string | null, processedAt: Instant, updatedAt: Instant): Instant | null {
  return paid.has(financialStatus) && updatedAt - processedAt <= paidAtOnceMs ? processedAt : null;
}

function toFulfilledAt(status: string | null, fulfillments: readonly z.output<typeof fulfillment>[]): Instant | null {
  if (status !== 'fulfilled') return null;
  const sent = fulfillments.flatMap(({ status: outcome, created_at: at }) =>
    outcome === 'success' && at !== null ? [at] : [],
  );
  return sent.length === 0 ? null : (Math.max(...sent) as Instant);
}
