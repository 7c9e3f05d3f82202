import { toPlainConnection, type FakeNode } from './connection.ts';

const toGid = (kind: string, id: number): string => `gid://shopify/${kind}/${id}`;
const toMoney = (amount: string) => ({
  shopMoney: { amount, currencyCode: 'USD' },
  presentmentMoney: { amount, currencyCode: 'USD' },
});

/** What a test may say of an order; the rest is an ordinary paid one. */
export interface FakeShopifyOrder {
  readonly processedAt: string;
  readonly updatedAt?: string;
  readonly email?: string;
  readonly lines?: number;
  readonly total?: string;
  readonly discountCodes?: readonly string[];
  /** GraphQL fields that take the place of those made up, such as `displayFinancialStatus`. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export function toOrderNode(number: number, order: FakeShopifyOrder): FakeNode {
  const total = order.total ?? '20.00';
  const lines = Array.from({ length: order.lines ?? 1 }, (_, index) =>
    toLineNode(number, index, total, order.lines ?? 1),
  );
  const address = {
    firstName: 'Ada',
    lastName: 'Buyer',
    phone: null,
    countryCodeV2: 'US',
    provinceCode: 'KY',
    city: 'Louisville',
    zip: '40202',
  };
  return {
    id: toGid('Order', number),
    name: `#${number}`,
    processedAt: order.processedAt,
    updatedAt: order.updatedAt ?? order.processedAt,
    cancelledAt: null,
    displayFinancialStatus: 'PAID',
    displayFulfillmentStatus: 'UNFULFILLED',
    test: false,
    taxesIncluded: true,
    dutiesIncluded: false,
    currencyCode: 'USD',
    email: order.email ?? `buyer-${number}@buyer.test`,
    phone: null,
    customerLocale: 'en',
    customerAcceptsMarketing: false,
    sourceName: 'web',
    tags: [],
    note: null,
    discountCodes: order.discountCodes ?? [],
    customAttributes: [],
    totalPriceSet: toMoney(total),
    totalDiscountsSet: toMoney('0.00'),
    totalTaxSet: toMoney('0.00'),
    totalTipReceivedSet: toMoney('0.00'),
    originalTotalDutiesSet: null,
    originalTotalAdditionalFeesSet: null,
    totalCashRoundingAdjustment: { paymentSet: toMoney('0.00'), refundSet: toMoney('0.00') },
    billingAddress: address,
    shippingAddress: address,
    customer: {
      id: toGid('Customer', number),
      firstName: 'Ada',
      lastName: 'Buyer',
      defaultEmailAddress: { emailAddress: order.email ?? `buyer-${number}@buyer.test` },
      defaultPhoneNumber: null,
    },
    customerJourneySummary: null,
    lineItems: toPlainConnection(lines),
    shippingLine: null,
    fulfillments: () => [],
    transactions: () => [{ kind: 'SALE', status: 'SUCCESS', processedAt: order.processedAt }],
    refunds: () => [],
    ...order.fields,
  } as FakeNode;
}

/** The whole total is on the first line. */
function toLineNode(order: number, index: number, total: string, lines: number): object {
  return {
    id: toGid('LineItem', order * 1_000 + index),
    name: `Thing ${index + 1} of ${lines}`,
    sku: null,
    quantity: 1,
    isGiftCard: false,
    requiresShipping: true,
    originalUnitPriceSet: toMoney(index === 0 ? total : '0.00'),
    taxLines: [],
    discountAllocations: [],
    product: { id: toGid('Product', 1 + index) },
    variant: null,
  };
}

export interface FakeShopifyCustomer {
  readonly email: string;
  readonly updatedAt: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export function toCustomerNode(number: number, customer: FakeShopifyCustomer): FakeNode & { readonly email: string } {
  return {
    id: toGid('Customer', number),
    // Not a field of GraphQL any more; kept to be found by.
    email: customer.email,
    firstName: 'Ada',
    lastName: 'Buyer',
    locale: 'en',
    createdAt: customer.updatedAt,
    updatedAt: customer.updatedAt,
    tags: [],
    defaultEmailAddress: { emailAddress: customer.email, marketingState: 'NOT_SUBSCRIBED', marketingUpdatedAt: null },
    defaultPhoneNumber: null,
    defaultAddress: null,
    ...customer.fields,
  } as FakeNode & { readonly email: string };
}

export interface FakeShopifyProduct {
  readonly title: string;
  readonly updatedAt: string;
  readonly fields?: Readonly<Record<string, unknown>>;
}

export function toProductNode(number: number, product: FakeShopifyProduct): FakeNode {
  return {
    id: toGid('Product', number),
    title: product.title,
    handle: product.title.toLowerCase().replaceAll(' ', '-'),
    status: 'ACTIVE',
    publishedAt: product.updatedAt,
    productType: '',
    tags: [],
    updatedAt: product.updatedAt,
    featuredMedia: null,
    variants: toPlainConnection([{ price: '20.00', inventoryItem: { requiresShipping: true } }]),
    priceRangeV2: { maxVariantPrice: { amount: '20.0' } },
    ...product.fields,
  } as FakeNode;
}
