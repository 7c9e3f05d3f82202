import type { Order } from '@regulars/core/commerce';
import { toInstant, type CurrencyCode } from '@regulars/core/shared';

/** Noon on the first of October 2026, UTC. */
export const october = toInstant(Date.UTC(2026, 9, 1, 12));

/** A paid order of one bag of coffee by a guest; say what is different about yours. */
export function anOrder(change: Partial<Order> = {}): Order {
  return {
    externalId: '1001',
    number: '1001',
    placedAt: october,
    paidAt: october,
    updatedAt: october,
    status: 'paid',
    platformStatus: 'processing',
    currency: 'EUR' as CurrencyCode,
    totals: { itemsMinor: 1990, discountMinor: 0, shippingMinor: 0, taxMinor: 0, grandMinor: 1990, refundedMinor: 0 },
    customer: {
      externalId: null,
      email: 'ada@buyer.example',
      phone: null,
      firstName: 'Ada',
      lastName: 'Smit',
      locale: null,
      consent: null,
    },
    billingAddress: { country: 'NL', region: null, city: 'Utrecht', postcode: '3511' },
    shippingAddress: null,
    lineItems: [
      {
        externalId: '1',
        productExternalId: '7',
        variantExternalId: null,
        sku: 'HOUSE',
        name: 'House blend',
        quantity: 1,
        subtotalMinor: 1990,
        discountMinor: 0,
        taxMinor: 0,
        categories: [],
        tags: [],
        isDigital: false,
      },
    ],
    refunds: [],
    couponCodes: [],
    source: null,
    attributes: {},
    isTest: false,
    isRenewal: false,
    ...change,
  };
}
