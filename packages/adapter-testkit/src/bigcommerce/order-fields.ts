import type { Shelved } from './shelf.ts';

export interface FakeBigCommerceOrder {
  /** ISO 8601. */
  readonly placedAt: string;
  /** When it was placed, unless told. */
  readonly modifiedAt?: string;
  /** 11 (awaiting fulfillment) unless told; 0 is a checkout that was not completed. */
  readonly statusId?: number;
  readonly email?: string;
  readonly customerId?: number;
  readonly couponCodes?: readonly string[];
  readonly refunds?: readonly FakeBigCommerceRefund[];
  /** How many; 1 unless told. */
  readonly lines?: number;
  /** Laid over what is made from the above. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export interface FakeBigCommerceRefund {
  readonly amount: number;
  readonly isDeclined?: boolean;
}

export interface StoredOrder extends Shelved {
  readonly placedMs: number;
  readonly order: FakeBigCommerceOrder;
}

/** Whole seconds, as BigCommerce keeps times. */
export function toMs(iso: string): number {
  return Math.floor(Date.parse(iso) / 1_000) * 1_000;
}

/** `Tue, 05 Mar 2019 21:40:11 +0000`. */
function toRfc2822(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}

const price = 20;
const shipping = 5;
const couponDiscount = 3;

function decimal(value: number): string {
  return value.toFixed(4);
}

/** An order as V2 writes it; its lines come with it when they were asked for. */
export function toOrderFields({ id, placedMs, modifiedMs, order }: StoredOrder, withLines: boolean): object {
  const lines = order.lines ?? 1;
  const goods = decimal(lines * price);
  const discount = (order.couponCodes ?? []).length > 0 ? couponDiscount : 0;
  const total = decimal(lines * price + shipping - discount);
  const zero = decimal(0);
  const link = (name: string) => ({
    url: `https://api.bigcommerce.com/v2/orders/${id}/${name}`,
    resource: `/orders/${id}/${name}`,
  });
  const address = {
    first_name: 'Ada',
    last_name: 'Byron',
    company: '',
    street_1: '1 Analytical Street',
    city: 'Austin',
    state: 'Texas',
    zip: '78701',
    country: 'United States',
    country_iso2: 'US',
    phone: '',
    email: order.email ?? `buyer-${id}@buyer.test`,
    form_fields: [],
  };
  return {
    id,
    customer_id: order.customerId ?? 0,
    date_created: toRfc2822(placedMs),
    date_modified: toRfc2822(modifiedMs),
    date_shipped: '',
    status_id: order.statusId ?? 11,
    status: 'Renamed by the store',
    subtotal_ex_tax: goods,
    subtotal_inc_tax: goods,
    subtotal_tax: zero,
    shipping_cost_inc_tax: decimal(shipping),
    handling_cost_inc_tax: zero,
    wrapping_cost_inc_tax: zero,
    total_ex_tax: total,
    total_inc_tax: total,
    total_tax: zero,
    payment_method: 'Credit Card',
    payment_status: 'captured',
    // Always so, whatever was refunded.
    refunded_amount: zero,
    order_is_digital: false,
    store_credit_amount: zero,
    gift_certificate_amount: zero,
    currency_code: 'USD',
    default_currency_code: 'USD',
    discount_amount: zero,
    coupon_discount: decimal(discount),
    billing_address: address,
    is_email_opt_in: false,
    order_source: 'www',
    external_source: null,
    channel_id: 1,
    is_deleted: false,
    customer_locale: 'en',
    customer_message: '',
    staff_notes: '',
    cart_id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
    fees: [],
    products: link('products'),
    coupons: link('coupons'),
    consignments: withLines
      ? { shipping: [{ id, ...address, line_items: toLines(id, lines) }], pickups: [], downloads: [] }
      : link('consignments'),
    ...order.fields,
  };
}

function toLines(orderId: number, count: number): readonly object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: orderId * 100 + index,
    order_id: orderId,
    product_id: 77 + index,
    variant_id: 0,
    name: `Thing ${index + 1} of ${count}`,
    sku: `THING-${index + 1}`,
    type: 'physical',
    quantity: 1,
    total_inc_tax: decimal(price),
    total_tax: decimal(0),
    applied_discounts: [],
    parent_order_product_id: null,
  }));
}
