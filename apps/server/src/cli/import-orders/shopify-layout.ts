import { deriveOrderStatus, type LineItem, type Order } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { toPlatformStatus } from '@regulars/platform-shopify';
import type { Cells, Row } from './cells.ts';
import { lastOf, splitCodes, timesQuantity, toCountry, unknownOrder, type OrderLayout } from './layout.ts';

/**
 * Shopify's own order export (Orders → Export). An order has one row per line item; only its first row bears the order's
 * own columns, the others repeat no more than name and e-mail. Dates bear their zone.
 * Source: help.shopify.com, "Exporting orders"; older files spell "Cancelled at" and lack "Id".
 */
export const shopifyLayout: OrderLayout = {
  id: 'shopify',
  columns: ['name', 'financial status', 'created at', 'lineitem name'],
  keyOf: (row) => row['name']?.trim() ?? '',
  toOrder: ([first, ...others], cells) => {
    const currency = cells.currency(first, 'currency');
    const placedAt = cells.neededInstant(first, 'created at');
    const paidAt = cells.instant(first, 'paid at');
    const fulfilledAt = cells.instant(first, 'fulfilled at');
    const cancelledAt = cells.instant(first, 'cancelled at', 'canceled at');
    const lineItems = [first, ...others].flatMap((row) => toLineItem(row, currency, cells));
    const totals = {
      itemsMinor: lineItems.reduce((sum, line) => sum + line.subtotalMinor, 0),
      discountMinor: cells.money(first, 'discount amount', currency),
      shippingMinor: cells.money(first, 'shipping', currency),
      taxMinor: cells.money(first, 'taxes', currency),
      grandMinor: cells.neededMoney(first, 'total', currency),
      refundedMinor: cells.money(first, 'refunded amount', currency),
    };
    const financialStatus = cells.text(first, 'financial status');
    const fulfillmentStatus = cells.text(first, 'fulfillment status');
    const platform = toPlatformStatus({ financialStatus, fulfillmentStatus, cancelledAt });
    return {
      ...unknownOrder,
      externalId: toExternalId(first, cells),
      number: cells.neededText(first, 'name'),
      placedAt,
      paidAt,
      fulfilledAt,
      cancelledAt,
      updatedAt: lastOf(placedAt, paidAt, fulfilledAt, cancelledAt),
      status: deriveOrderStatus({ platform, isPaid: false, ...totals }),
      platformStatus: [financialStatus, fulfillmentStatus].filter((word) => word !== null).join(' '),
      currency,
      totals,
      customer: toBuyer(first, placedAt, cells),
      billingAddress: toAddress(first, 'billing', cells),
      shippingAddress: toAddress(first, 'shipping', cells),
      lineItems,
      refunds: [],
      couponCodes: splitCodes(cells.text(first, 'discount code')),
      attributes: toAttributes(cells.text(first, 'note attributes')),
      source: { channel: cells.text(first, 'source'), landingPage: null, referrerUrl: null, utm: {} },
    };
  },
};

/** Older files have no ids; there the name, which is unique in a shop, must do. */
function toExternalId(row: Row, cells: Cells): string {
  const id = cells.text(row, 'id');
  if (id === null) return cells.neededText(row, 'name');
  if (!/^\d+$/.test(id)) {
    cells.reject(
      'id',
      'import.id_mangled',
      '"id" must be digits only; a spreadsheet has rounded it. Export the file again and do not open it there.',
    );
  }
  return id;
}

function toLineItem(row: Row, currency: CurrencyCode, cells: Cells): readonly LineItem[] {
  const name = cells.text(row, 'lineitem name');
  if (name === null) return [];
  const quantity = cells.quantity(row, 'lineitem quantity');
  const needsShipping = cells.text(row, 'lineitem requires shipping');
  return [
    {
      externalId: null,
      // The export names products, it does not number them.
      productExternalId: null,
      variantExternalId: null,
      sku: cells.text(row, 'lineitem sku'),
      name,
      quantity,
      subtotalMinor: timesQuantity(cells.money(row, 'lineitem price', currency), quantity),
      discountMinor: cells.money(row, 'lineitem discount', currency),
      taxMinor: 0,
      categories: [],
      tags: [],
      isDigital: needsShipping === null ? null : needsShipping.toLowerCase() === 'false',
    },
  ];
}

function toBuyer(row: Row, placedAt: Order['placedAt'], cells: Cells): Order['customer'] {
  const [firstName = null, ...rest] = (cells.text(row, 'billing name', 'shipping name') ?? '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const accepts = cells.text(row, 'accepts marketing')?.toLowerCase();
  const consent =
    accepts === undefined
      ? null
      : ({ state: accepts === 'yes' ? 'subscribed' : 'not_asked', at: placedAt, source: 'checkout' } as const);
  return {
    externalId: null,
    email: cells.text(row, 'email'),
    phone: cells.text(row, 'phone', 'billing phone', 'shipping phone'),
    firstName,
    lastName: rest.length === 0 ? null : rest.join(' '),
    locale: null,
    consent,
  };
}

function toAddress(row: Row, kind: 'billing' | 'shipping', cells: Cells): Order['billingAddress'] {
  const address = {
    country: toCountry(cells.text(row, `${kind} country`)),
    region: cells.text(row, `${kind} province`),
    city: cells.text(row, `${kind} city`),
    // Shopify puts an apostrophe before postcodes, so that spreadsheets keep their zeros.
    postcode: cells.text(row, `${kind} zip`)?.replace(/^'/, '') ?? null,
  };
  return Object.values(address).every((part) => part === null) ? null : address;
}

/** One `key: value` a line. */
function toAttributes(cell: string | null): Order['attributes'] {
  const pairs = (cell ?? '').split('\n').flatMap((line): [string, string][] => {
    const cut = line.indexOf(':');
    return cut < 1 ? [] : [[line.slice(0, cut).trim(), line.slice(cut + 1).trim()]];
  });
  return Object.fromEntries(pairs);
}
