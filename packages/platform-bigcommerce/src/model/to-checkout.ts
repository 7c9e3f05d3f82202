import type { Checkout, LineItem } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import type { WireCart, WireCartLine } from '../wire/wire-cart.ts';
import { toLocale } from './to-customer.ts';
import { giftCardTag } from './to-line-item.ts';
import { toMinor } from './to-minor.ts';

/** A cart that was left. Its way back serves once and only for carts made by an API, so none is told. */
export function toCheckout(cart: WireCart, currency: CurrencyCode): Checkout {
  const {
    physical_items: goods,
    digital_items: downloads,
    custom_items: custom,
    gift_certificates: gifts,
  } = cart.line_items;
  const toLines = (lines: readonly WireCartLine[], isDigital: boolean | null) =>
    lines.map((line) => toCartLine(line, isDigital, currency));
  const isSomebody = cart.email !== null || cart.customer_id !== null;
  return {
    externalId: cart.id,
    startedAt: cart.created_time,
    updatedAt: cart.updated_time,
    completedAt: null,
    recoveryUrl: null,
    currency,
    grandMinor: toMinor(cart.cart_amount, currency),
    customer: isSomebody
      ? {
          externalId: cart.customer_id,
          email: cart.email,
          phone: null,
          firstName: null,
          lastName: null,
          locale: toLocale(cart.locale),
          consent: null,
        }
      : null,
    lineItems: [
      ...toLines(goods, false),
      ...toLines(downloads, true),
      ...toLines(custom, null),
      ...gifts.map((gift) => toGiftLine(gift, currency)),
    ],
    couponCodes: cart.coupons.flatMap(({ code }) => (code === null ? [] : [code.toLowerCase()])),
  };
}

/** A sale price may hold tax that the list price does not, so only what is lower is a discount. */
function toCartLine(line: WireCartLine, isDigital: boolean | null, currency: CurrencyCode): LineItem {
  const subtotalMinor = toMinor(line.extended_list_price, currency);
  const saleMinor =
    line.extended_sale_price === undefined ? subtotalMinor : toMinor(line.extended_sale_price, currency);
  return {
    externalId: line.id,
    productExternalId: line.product_id,
    variantExternalId: line.variant_id,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    subtotalMinor,
    discountMinor: Math.max(0, subtotalMinor - saleMinor) + toMinor(line.coupon_amount, currency),
    taxMinor: 0,
    categories: [],
    tags: [],
    isDigital,
  };
}

function toGiftLine(
  { id, name, amount }: WireCart['line_items']['gift_certificates'][number],
  currency: CurrencyCode,
): LineItem {
  return {
    externalId: id,
    productExternalId: null,
    variantExternalId: null,
    sku: null,
    name,
    quantity: 1,
    subtotalMinor: toMinor(amount, currency),
    discountMinor: 0,
    taxMinor: 0,
    categories: [],
    tags: [giftCardTag],
    isDigital: true,
  };
}
