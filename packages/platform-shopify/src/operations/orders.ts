import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import { page } from './fields.ts';

const lineFields = /* GraphQL */ `
fragment LineFields on LineItem {
  id name sku quantity isGiftCard requiresShipping
  originalUnitPriceSet { shopMoney { amount } }
  taxLines { priceSet { shopMoney { amount } } }
  discountAllocations { allocatedAmountSet { shopMoney { amount } } }
  product { id }
  variant { id }
}`;

const addressFields = /* GraphQL */ `
fragment AddressFields on MailingAddress {
  firstName lastName phone countryCodeV2 provinceCode city zip
}`;

/** All of an order but its lines, which pages and bulk operations ask for in different ways. */
const orderFields = /* GraphQL */ `
fragment OrderFields on Order {
  id name processedAt updatedAt cancelledAt displayFinancialStatus displayFulfillmentStatus
  test taxesIncluded dutiesIncluded currencyCode email phone customerLocale customerAcceptsMarketing
  sourceName tags note discountCodes
  customAttributes { key value }
  totalPriceSet { shopMoney { amount } }
  totalDiscountsSet { shopMoney { amount } }
  totalTaxSet { shopMoney { amount } }
  totalTipReceivedSet { shopMoney { amount } }
  originalTotalDutiesSet { shopMoney { amount } }
  originalTotalAdditionalFeesSet { shopMoney { amount } }
  totalCashRoundingAdjustment { paymentSet { shopMoney { amount } } }
  billingAddress { ...AddressFields }
  shippingAddress { ...AddressFields }
  customer { id firstName lastName defaultEmailAddress { emailAddress } defaultPhoneNumber { phoneNumber } }
  customerJourneySummary {
    lastVisit { landingPage referrerUrl utmParameters { source medium campaign term content } }
  }
  shippingLine {
    isRemoved
    originalPriceSet { shopMoney { amount } }
    taxLines { priceSet { shopMoney { amount } } }
    discountAllocations { allocatedAmountSet { shopMoney { amount } } }
  }
  fulfillments(first: 20) { status createdAt }
  transactions(first: 20) { kind status processedAt }
  refunds(first: 50) { id createdAt processedAt note totalRefundedSet { shopMoney { amount } } }
}`;

/** Changed longest ago first. */
export const listOrders = defineOperation(
  z.object({ orders: page }),
  /* GraphQL */ `query ListOrders($first: Int!, $after: String, $query: String, $lines: Int!) {
  orders(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      ...OrderFields
      lineItems(first: $lines) { pageInfo { hasNextPage endCursor } nodes { ...LineFields } }
    }
  }
}
${orderFields}
${lineFields}
${addressFields}`,
);

/** The same of every order there is, as a bulk operation asks for it: without variables, in edges. */
export const allOrders = /* GraphQL */ `query AllOrders {
  orders(sortKey: UPDATED_AT) {
    edges { node { ...OrderFields lineItems { edges { node { ...LineFields } } } } }
  }
}
${orderFields}
${lineFields}
${addressFields}`;

/** The lines of one order beyond those that came with it. */
export const listOrderLines = defineOperation(
  z.object({ order: z.object({ lineItems: page }).nullable() }),
  /* GraphQL */ `query ListOrderLines($id: ID!, $first: Int!, $after: String!) {
  order(id: $id) {
    lineItems(first: $first, after: $after) { pageInfo { hasNextPage endCursor } nodes { ...LineFields } }
  }
}
${lineFields}`,
);

/** `limit: null` counts beyond the 10,000 at which Shopify stops otherwise; a smaller one answers sooner. */
export const countOrdersWithin = defineOperation(
  z.object({ ordersCount: z.object({ count: z.int().nonnegative(), precision: z.string() }) }),
  /* GraphQL */ `query CountOrders($query: String, $limit: Int) {
  ordersCount(limit: $limit, query: $query) { count precision }
}`,
);
