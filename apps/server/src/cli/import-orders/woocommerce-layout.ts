import {
  deriveOrderStatus,
  type LineItem,
  type Order,
  type PlatformOrderStatus,
  type Refund,
} from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { Cells, Row } from './cells.ts';
import { lastOf, splitCodes, toCountry, unknownOrder, type OrderLayout } from './layout.ts';
import { parseItems, type ItemFields } from './woocommerce-items.ts';

/**
 * The order exports of WooCommerce's extensions: "Customer/Order/Coupon Export" (one row per order, or one per item) and
 * "Order Export" of the import-export suite (columns `line_item_1` …). Dates are in the shop's own zone, item amounts net of tax.
 * Source: woocommerce.com/document/ordercustomer-csv-export, …/import-and-export-of-woocommerce-orders.
 */
export const wooCommerceLayout: OrderLayout = {
  id: 'woocommerce',
  columns: ['order_id', 'status', 'order_total', 'billing_email'],
  keyOf: (row) => row['order_id']?.trim() ?? '',
  toOrder: (rows, cells) => {
    const [first] = rows;
    const currency = cells.currency(first, 'order_currency');
    const placedAt = cells.neededInstant(first, 'order_date', 'date');
    const paidAt = cells.instant(first, 'paid_date', 'date_paid');
    const fulfilledAt = cells.instant(first, 'completed_date', 'date_completed');
    const lineItems = toLineItems(rows, currency, cells);
    const { refunds, refundedMinor } = toRefunds(first, currency, cells);
    const totals = {
      itemsMinor: lineItems.reduce((sum, line) => sum + line.subtotalMinor, 0),
      discountMinor: cells.money(first, 'discount_total', currency),
      shippingMinor:
        cells.money(first, 'shipping_total', currency) + cells.money(first, 'shipping_tax_total', currency),
      taxMinor: cells.money(first, 'tax_total', currency),
      grandMinor: cells.neededMoney(first, 'order_total', currency),
      refundedMinor: Math.max(refundedMinor, Math.abs(cells.money(first, 'refunded_total', currency))),
    };
    const status = cells.neededText(first, 'status').toLowerCase().replace(/^wc-/, '');
    if (drafts.has(status))
      cells.reject('status', 'import.order_draft', 'This is a draft or lies in the trash: no order.');
    return {
      ...unknownOrder,
      externalId: cells.neededText(first, 'order_id'),
      number: cells.text(first, 'order_number_formatted', 'order_number', 'order_id') ?? '',
      placedAt,
      paidAt,
      fulfilledAt,
      updatedAt: lastOf(placedAt, paidAt, fulfilledAt, ...refunds.map(({ createdAt }) => createdAt)),
      status: deriveOrderStatus({ platform: toPlatformStatus(status, paidAt !== null), isPaid: false, ...totals }),
      platformStatus: status,
      currency,
      totals,
      customer: toBuyer(first, cells),
      billingAddress: toAddress(first, 'billing', cells),
      shippingAddress: toAddress(first, 'shipping', cells),
      lineItems,
      refunds,
      couponCodes: toCoupons(cells.text(first, 'coupon_items', 'coupons')),
    };
  },
};

const drafts: ReadonlySet<string> = new Set(['checkout-draft', 'auto-draft', 'draft', 'trash']);

const statuses: Readonly<Record<string, PlatformOrderStatus>> = {
  pending: 'pending',
  'on-hold': 'pending',
  failed: 'pending',
  processing: 'paid',
  completed: 'fulfilled',
  cancelled: 'cancelled',
  refunded: 'refunded',
};

/** A status that a plugin made tells nothing, so there the payment decides. */
function toPlatformStatus(status: string, isPaid: boolean): PlatformOrderStatus {
  return (Object.hasOwn(statuses, status) ? statuses[status] : undefined) ?? (isPaid ? 'paid' : 'pending');
}

function toLineItems(rows: readonly Row[], currency: CurrencyCode, cells: Cells): readonly LineItem[] {
  const [first = {}] = rows;
  const inCell = cells.text(first, 'line_items');
  if (inCell !== null) return toLines(parseItems(inCell), 'line_items', currency, cells);
  const numbered = Object.keys(first)
    .filter((column) => /^line_item_\d+$/.test(column))
    .flatMap((column) => cells.text(first, column) ?? []);
  if (numbered.length > 0) return toLines(numbered.flatMap(parseItems), 'line_item_1', currency, cells);
  const items = rows
    .filter((row) => cells.text(row, 'item_name') !== null)
    .map((row) =>
      Object.fromEntries(
        Object.entries(row).flatMap(([column, cell]) => (column.startsWith('item_') ? [[column.slice(5), cell]] : [])),
      ),
    );
  return toLines(items, 'item_total', currency, cells);
}

function toLines(
  items: readonly ItemFields[],
  column: string,
  currency: CurrencyCode,
  cells: Cells,
): readonly LineItem[] {
  return items.map((item): LineItem => {
    const amount = (...names: readonly string[]) => {
      const name = names.find((candidate) => (item[candidate] ?? '') !== '');
      return name === undefined ? null : cells.money({ [column]: item[name] ?? '' }, column, currency);
    };
    const netMinor = amount('total') ?? 0;
    const taxMinor = amount('total_tax', 'tax') ?? 0;
    const netDiscountMinor = (amount('subtotal', 'sub_total') ?? netMinor) - netMinor;
    const taxDiscountMinor = (amount('subtotal_tax') ?? taxMinor) - taxMinor;
    const discountMinor = Math.max(0, netDiscountMinor + taxDiscountMinor);
    return {
      externalId: item['id'] || null,
      productExternalId: item['product_id'] || null,
      variantExternalId: item['variation_id'] || null,
      sku: item['sku'] || null,
      name: item['name'] || '(no name)',
      quantity: cells.quantity({ [column]: item['quantity'] ?? '' }, column),
      subtotalMinor: netMinor + taxMinor + discountMinor,
      discountMinor,
      taxMinor,
      categories: [],
      tags: [],
      isDigital: null,
    };
  });
}

function toRefunds(
  row: Row,
  currency: CurrencyCode,
  cells: Cells,
): { readonly refunds: readonly Refund[]; readonly refundedMinor: number } {
  const column = cells.text(row, 'refunds') === null ? 'refund_items' : 'refunds';
  const read = parseItems(cells.text(row, column) ?? '').map((item) => ({
    externalId: item['id'] ?? '',
    createdAt: cells.instant({ [column]: item['date'] ?? '' }, column),
    amountMinor: Math.abs(cells.money({ [column]: item['amount'] ?? '' }, column, currency)),
    reason: item['reason'] || null,
  }));
  return {
    // Without an id a refund cannot be told from the same one in a webhook later; the sum counts it all the same.
    refunds: read.filter(({ externalId }) => externalId !== ''),
    refundedMinor: read.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  };
}

function toCoupons(cell: string | null): readonly string[] {
  if (cell === null) return [];
  const codes = parseItems(cell).flatMap((item) => item['code']?.toLowerCase() ?? []);
  return codes.length > 0 ? codes : splitCodes(cell);
}

function toBuyer(row: Row, cells: Cells): Order['customer'] {
  const account = cells.text(row, 'customer_id', 'customer_user');
  return {
    externalId: account === null || account === '0' ? null : account,
    email: cells.text(row, 'billing_email', 'customer_email'),
    phone: cells.text(row, 'billing_phone'),
    firstName: cells.text(row, 'billing_first_name', 'shipping_first_name'),
    lastName: cells.text(row, 'billing_last_name', 'shipping_last_name'),
    locale: null,
    consent: null,
  };
}

function toAddress(row: Row, kind: 'billing' | 'shipping', cells: Cells): Order['billingAddress'] {
  const address = {
    country: toCountry(cells.text(row, `${kind}_country`)),
    region: cells.text(row, `${kind}_state_code`, `${kind}_state`),
    city: cells.text(row, `${kind}_city`),
    postcode: cells.text(row, `${kind}_postcode`),
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}
