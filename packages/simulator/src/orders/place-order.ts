import type { LineItem, OrderSource, OrderTotals } from '@regulars/core/commerce';
import type { Instant } from '@regulars/core/shared';
import type { Archetype, BasketLine } from '../archetypes/archetype.ts';
import type { Sale } from '../calendar/sale.ts';
import type { StoreIdentity } from '../simulated-agency.ts';
import type { SimulatedAddress, SimulatedCustomer } from '../simulated-customer.ts';
import type { SimulatedOrder } from '../simulated-order.ts';

/** What makes one order. */
export interface OrderPlan {
  readonly store: StoreIdentity;
  readonly archetype: Archetype;
  readonly customer: SimulatedCustomer;
  /** Distinguishes this order from all others of the store. */
  readonly number: string;
  readonly at: Instant;
  readonly lines: readonly BasketLine[];
  readonly sale: Sale | null;
  /** Somebody else's, when it is a gift. */
  readonly giftAddress: SimulatedAddress | null;
  readonly isRenewal: boolean;
  readonly source: OrderSource | null;
}

/** The order as it stands when it is placed: paid at once. */
export function placeOrder(plan: OrderPlan): SimulatedOrder {
  const { store, customer, at } = plan;
  const lineItems = toLineItems(plan);
  return {
    customerKey: customer.key,
    externalId: plan.number,
    number: plan.number,
    placedAt: at,
    paidAt: at,
    fulfilledAt: null,
    cancelledAt: null,
    updatedAt: at,
    status: 'paid',
    platformStatus: 'paid',
    currency: store.currency,
    totals: toTotals(plan, lineItems),
    customer: {
      externalId: customer.externalId,
      email: customer.email,
      phone: null,
      firstName: customer.firstName,
      lastName: customer.lastName,
      locale: customer.locale,
      consent: customer.consent,
    },
    billingAddress: customer.address,
    shippingAddress: lineItems.every(({ isDigital }) => isDigital) ? null : (plan.giftAddress ?? customer.address),
    lineItems,
    refunds: [],
    couponCodes: plan.sale === null ? [] : [plan.sale.code.toLowerCase()],
    source: plan.source,
    attributes: plan.giftAddress === null ? {} : { gift: 'yes' },
    isTest: false,
    isRenewal: plan.isRenewal,
  };
}

function toLineItems({ archetype, number, lines, sale }: OrderPlan): readonly LineItem[] {
  return lines.map(({ product, quantity }, index) => {
    const subtotalMinor = product.priceMinor * quantity;
    const discountMinor = sale === null ? 0 : Math.round((subtotalMinor * sale.percent) / 100);
    return {
      externalId: `${number}-${index + 1}`,
      productExternalId: product.externalId,
      variantExternalId: null,
      sku: product.externalId.toUpperCase(),
      name: product.title,
      quantity,
      subtotalMinor,
      discountMinor,
      taxMinor: taxWithin(subtotalMinor - discountMinor, archetype.taxShare),
      categories: product.categories,
      tags: product.tags,
      isDigital: product.isDigital,
    };
  });
}

function toTotals({ archetype, store, customer }: OrderPlan, lineItems: readonly LineItem[]): OrderTotals {
  const itemsMinor = lineItems.reduce((sum, line) => sum + line.subtotalMinor, 0);
  const discountMinor = lineItems.reduce((sum, line) => sum + line.discountMinor, 0);
  const { homeMinor, abroadMinor, freeFromMinor } = archetype.shipping;
  const isSent = lineItems.some(({ isDigital }) => !isDigital) && itemsMinor - discountMinor < freeFromMinor;
  const shippingMinor = isSent ? (customer.address.country === store.country ? homeMinor : abroadMinor) : 0;
  const linesTaxMinor = lineItems.reduce((sum, line) => sum + line.taxMinor, 0);
  return {
    itemsMinor,
    discountMinor,
    shippingMinor,
    taxMinor: linesTaxMinor + taxWithin(shippingMinor, archetype.taxShare),
    grandMinor: itemsMinor - discountMinor + shippingMinor,
    refundedMinor: 0,
  };
}

function taxWithin(grossMinor: number, taxShare: number): number {
  return Math.round((grossMinor * taxShare) / (1 + taxShare));
}
