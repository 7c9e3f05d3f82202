import { z } from 'zod';

const instant = z.iso.datetime().describe('ISO 8601, UTC.');
const minor = z.number().int().describe('Whole minor units of the currency.');
const probability = z.number().min(0).max(1);
const day = z.iso.date();
const address = z.object({
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  postcode: z.string().nullable(),
});
const consent = z.object({ state: z.string(), source: z.string().nullable(), at: instant.nullable() });

export const customerAnswer = z
  .object({
    id: z.uuid(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    locale: z.string().nullable(),
    country: z.string().nullable(),
    tags: z.array(z.string()),
    consent: consent.describe('State: subscribed, unsubscribed, pending, not_asked or unknown.'),
    externalIds: z.array(z.string()).describe("The platform's ids of their accounts; none for a guest."),
    values: z
      .array(
        z.object({
          currency: z.string(),
          orderCount: z.number().int().describe('Purchases; renewals and fully refunded orders are not counted.'),
          grossMinor: minor,
          refundedMinor: minor,
          netMinor: minor.describe('Historic customer lifetime value.'),
          averageOrderMinor: minor.nullable().describe('Of the purchases; what renewals brought is left out.'),
          rhythmDays: z.number().nullable().describe('Median gap between purchases; null below two.'),
          firstPurchaseAt: instant.nullable(),
          lastPurchaseAt: instant.nullable(),
          renewals: z
            .object({ count: z.number().int(), netMinor: minor, lastAt: instant.nullable() })
            .describe('Payments of a subscription: in the money above, not among the purchases.'),
        }),
      )
      .describe('One per currency they bought in.'),
    forecast: z
      .object({
        probabilityAlive: probability.describe('P(alive): that they still buy here.'),
        expectedPurchases: z.number().describe('In the next twelve months, on average over customers like them.'),
        expectedSpendMinor: minor.describe('Of a purchase to come.'),
        predictedValueMinor: minor.describe('Of the purchases of the next twelve months, discounted; the mean.'),
        dueOn: day.describe(
          'About when their next purchase was to be expected, told on the day of their last: of those like them who buy again, half have done so by then.',
        ),
      })
      .nullable()
      .describe('In the store’s own currency; null before a first purchase in it.'),
    createdAt: instant,
    erasedAt: instant.nullable(),
  })
  .meta({ id: 'Customer' });

export const mediansAnswer = z
  .object({
    currency: z.string(),
    buyers: z.number().int().describe('Those who bought in the store’s own currency.'),
    valueMinor: z.number().nullable().describe('Half of the buyers brought more, in minor units.'),
    orders: z.number().nullable(),
    daysBetweenOrders: z.number().nullable().describe('Half of the gaps between two orders of a buyer are longer.'),
    gaps: z.number().int().describe('How many gaps that is made of.'),
    returned: z.number().int().describe('Buyers with at least two orders.'),
  })
  .meta({ id: 'CustomerMedians' });

export const orderAnswer = z
  .object({
    id: z.uuid(),
    customerId: z.uuid().nullable(),
    externalId: z.string(),
    number: z.string(),
    placedAt: instant,
    paidAt: instant.nullable(),
    fulfilledAt: instant.nullable(),
    cancelledAt: instant.nullable(),
    updatedAt: instant,
    deletedAt: instant.nullable(),
    status: z.enum(['pending', 'paid', 'fulfilled', 'partially_refunded', 'refunded', 'cancelled']),
    platformStatus: z.string(),
    currency: z.string(),
    totals: z.object({
      itemsMinor: minor,
      discountMinor: minor,
      shippingMinor: minor,
      taxMinor: minor,
      grandMinor: minor,
      refundedMinor: minor,
    }),
    customer: z
      .object({
        externalId: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
        firstName: z.string().nullable(),
        lastName: z.string().nullable(),
        locale: z.string().nullable(),
        consent: consent.nullable(),
      })
      .nullable(),
    billingAddress: address.nullable(),
    shippingAddress: address.nullable(),
    lineItems: z.array(
      z.object({
        externalId: z.string().nullable(),
        productExternalId: z.string().nullable(),
        variantExternalId: z.string().nullable(),
        sku: z.string().nullable(),
        name: z.string(),
        quantity: z.number(),
        subtotalMinor: minor,
        discountMinor: minor,
        taxMinor: minor,
        categories: z.array(z.string()),
        tags: z.array(z.string()),
        isDigital: z.boolean().nullable(),
      }),
    ),
    refunds: z.array(
      z.object({
        externalId: z.string(),
        createdAt: instant.nullable(),
        amountMinor: minor,
        reason: z.string().nullable(),
      }),
    ),
    couponCodes: z.array(z.string()),
    source: z
      .object({
        channel: z.string().nullable(),
        landingPage: z.string().nullable(),
        referrerUrl: z.string().nullable(),
        utm: z.record(z.string(), z.string()),
      })
      .nullable(),
    attributes: z.record(z.string(), z.string()),
    isTest: z.boolean(),
    isRenewal: z.boolean(),
  })
  .meta({ id: 'Order' });

export const timelineAnswer = z
  .object({
    id: z.string(),
    at: instant.describe('When it happened, or is to happen.'),
    recordedAt: instant,
    kind: z.string().describe('A stable code, e.g. orderPaid, messageSkipped.'),
    sentence: z.string().describe('What happened, in plain words.'),
    why: z.string().nullable().describe('Why it happened or did not, in plain words.'),
    reason: z.string().nullable().describe('The stable code behind `why`.'),
    isPending: z.boolean().describe('It is still to happen.'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

/** As much of a customer as one needs to know them again, and where to find the rest. */
export const foundCustomer = z
  .object({
    storeId: z.uuid(),
    id: z.uuid(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    email: z.string().nullable(),
  })
  .meta({ id: 'FoundCustomer' });

/** As much of an order as one needs to know it again, and where to find the rest. */
export const foundOrder = z
  .object({
    storeId: z.uuid(),
    id: z.uuid(),
    number: z.string(),
    placedAt: instant,
    currency: z.string(),
    grandMinor: minor,
    customer: z
      .object({
        id: z.uuid(),
        firstName: z.string().nullable(),
        lastName: z.string().nullable(),
        email: z.string().nullable(),
      })
      .nullable()
      .describe('Null for the order of somebody nobody knows.'),
  })
  .meta({ id: 'FoundOrder' });

export type CustomerAnswer = z.output<typeof customerAnswer>;
export type OrderAnswer = z.output<typeof orderAnswer>;
export type FoundCustomer = z.output<typeof foundCustomer>;
export type FoundOrder = z.output<typeof foundOrder>;
export type TimelineAnswer = z.output<typeof timelineAnswer>;
