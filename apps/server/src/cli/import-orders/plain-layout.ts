import { deriveOrderStatus, type LineItem, type Order, type PlatformOrderStatus } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { Cells, Row } from './cells.ts';
import { lastOf, splitCodes, toCountry, unknownOrder, type OrderLayout } from './layout.ts';

/**
 * Our own layout, for everything that has no export of its own: one row per line item, the order's columns repeated or
 * given on its first row only, the rows of an order one after the other. Needed: order_id, placed_at, status, currency, total.
 */
export const plainLayout: OrderLayout = {
  id: 'plain',
  columns: ['order_id', 'placed_at', 'status', 'currency', 'total'],
  keyOf: (row) => row['order_id']?.trim() ?? '',
  toOrder: (rows, cells) => {
    const [first] = rows;
    const currency = cells.currency(first, 'currency');
    const placedAt = cells.neededInstant(first, 'placed_at');
    const paidAt = cells.instant(first, 'paid_at');
    const fulfilledAt = cells.instant(first, 'fulfilled_at');
    const cancelledAt = cells.instant(first, 'cancelled_at');
    const lineItems = rows.flatMap((row) => toLineItem(row, currency, cells));
    const totals = {
      itemsMinor: lineItems.reduce((sum, line) => sum + line.subtotalMinor, 0),
      discountMinor: cells.money(first, 'discount', currency),
      shippingMinor: cells.money(first, 'shipping', currency),
      taxMinor: cells.money(first, 'tax', currency),
      grandMinor: cells.neededMoney(first, 'total', currency),
      refundedMinor: cells.money(first, 'refunded', currency),
    };
    const platformStatus = cells.neededText(first, 'status').toLowerCase();
    return {
      ...unknownOrder,
      externalId: cells.neededText(first, 'order_id'),
      number: cells.text(first, 'order_number', 'order_id') ?? '',
      placedAt,
      paidAt,
      fulfilledAt,
      cancelledAt,
      updatedAt: cells.instant(first, 'updated_at') ?? lastOf(placedAt, paidAt, fulfilledAt, cancelledAt),
      status: deriveOrderStatus({ platform: toPlatformStatus(platformStatus, cells), isPaid: false, ...totals }),
      platformStatus,
      currency,
      totals,
      customer: toBuyer(first, cells),
      billingAddress: toAddress(first, cells),
      shippingAddress: null,
      lineItems,
      refunds: [],
      couponCodes: splitCodes(cells.text(first, 'coupons')),
      isTest: isYes(cells.text(first, 'is_test')),
      isRenewal: isYes(cells.text(first, 'is_renewal')),
    };
  },
};

const statuses: Readonly<Record<string, PlatformOrderStatus>> = {
  pending: 'pending',
  paid: 'paid',
  fulfilled: 'fulfilled',
  partially_refunded: 'paid',
  refunded: 'refunded',
  cancelled: 'cancelled',
};

function toPlatformStatus(status: string, cells: Cells): PlatformOrderStatus {
  const known = Object.hasOwn(statuses, status) ? statuses[status] : undefined;
  if (known === undefined && status !== '') {
    cells.reject('status', 'import.status_unknown', `"status" must be one of ${Object.keys(statuses).join(', ')}.`);
  }
  return known ?? 'pending';
}

const isYes = (cell: string | null): boolean => cell !== null && /^(1|yes|true)$/i.test(cell);

function toLineItem(row: Row, currency: CurrencyCode, cells: Cells): readonly LineItem[] {
  const name = cells.text(row, 'item_name', 'sku', 'product_id');
  if (name === null) return [];
  return [
    {
      externalId: cells.text(row, 'item_id'),
      productExternalId: cells.text(row, 'product_id'),
      variantExternalId: cells.text(row, 'variant_id'),
      sku: cells.text(row, 'sku'),
      name,
      quantity: cells.quantity(row, 'quantity'),
      subtotalMinor: cells.money(row, 'item_total', currency),
      discountMinor: cells.money(row, 'item_discount', currency),
      taxMinor: cells.money(row, 'item_tax', currency),
      categories: (cells.text(row, 'categories') ?? '')
        .split(/[|;]/)
        .map((category) => category.trim())
        .filter((category) => category !== ''),
      tags: [],
      isDigital: null,
    },
  ];
}

function toBuyer(row: Row, cells: Cells): Order['customer'] {
  const externalId = cells.text(row, 'customer_id');
  const email = cells.text(row, 'email');
  if (externalId === null && email === null) return null;
  return {
    externalId,
    email,
    phone: cells.text(row, 'phone'),
    firstName: cells.text(row, 'first_name'),
    lastName: cells.text(row, 'last_name'),
    locale: cells.text(row, 'locale'),
    consent: null,
  };
}

function toAddress(row: Row, cells: Cells): Order['billingAddress'] {
  const country = toCountry(cells.text(row, 'country'));
  const address = {
    country,
    region: cells.text(row, 'region'),
    city: cells.text(row, 'city'),
    postcode: cells.text(row, 'postcode'),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}
