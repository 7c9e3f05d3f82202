/** A resource as `wc/v3` tells it; what a test leaves out has plausible values. */
export interface FakeWooRow {
  readonly id: number;
  /** In UTC, to the second, without a zone, e.g. `2026-11-22T10:00:00`. */
  readonly date_created_gmt: string;
  /** The same; changes with every change. */
  readonly date_modified_gmt: string;
  readonly [field: string]: unknown;
}

/** WooCommerce's own words, e.g. `processing`, `checkout-draft`, `trash`. */
export interface FakeOrder extends FakeWooRow {
  readonly status: string;
}

/** What a test says of a row; the rest is made up. */
export type Wanted<Row> = Partial<Omit<Row, 'id'>> & { readonly date_created_gmt: string };

const address = { first_name: 'Ada', last_name: 'Buyer', city: 'Köln', state: '', postcode: '50667', country: 'DE' };

export function toOrderRow(id: number, wanted: Wanted<FakeOrder> & { readonly status: string }): FakeOrder {
  const line = { id: id * 10, name: 'Käsebrot', parent_name: null, product_id: 11, variation_id: 0, quantity: 2 };
  const amounts = { subtotal: '39.80', subtotal_tax: '0.00', total: '39.80', total_tax: '0.00', price: 19.9, sku: '' };
  return {
    parent_id: 0,
    currency: 'EUR',
    version: '11.0.1',
    prices_include_tax: false,
    discount_total: '0.00',
    discount_tax: '0.00',
    shipping_total: '0.00',
    shipping_tax: '0.00',
    total: '39.80',
    total_tax: '0.00',
    customer_id: 0,
    order_key: `wc_order_${id}`,
    billing: { ...address, email: `buyer-${id}@buyer.test`, phone: '' },
    shipping: address,
    created_via: 'checkout',
    customer_note: '',
    number: String(id),
    meta_data: [],
    line_items: [{ ...line, ...amounts }],
    fee_lines: [],
    coupon_lines: [],
    refunds: [],
    date_modified_gmt: wanted.date_created_gmt,
    date_completed_gmt: null,
    date_paid_gmt: wanted.date_created_gmt,
    ...wanted,
    id,
  };
}

export function toCustomerRow(id: number, wanted: Wanted<FakeWooRow>): FakeWooRow {
  const email = `customer-${id}@buyer.test`;
  return {
    date_modified_gmt: wanted.date_created_gmt,
    email,
    first_name: 'Ada',
    last_name: 'Buyer',
    role: 'customer',
    username: `customer-${id}`,
    billing: { ...address, email, phone: '' },
    shipping: address,
    is_paying_customer: true,
    meta_data: [],
    ...wanted,
    id,
  };
}

export function toProductRow(id: number, wanted: Wanted<FakeWooRow>): FakeWooRow {
  return {
    name: `Thing ${id}`,
    permalink: `https://shop.example.com/product/thing-${id}/`,
    date_modified_gmt: wanted.date_created_gmt,
    type: 'simple',
    status: 'publish',
    price: '19.90',
    virtual: false,
    downloadable: false,
    stock_status: 'instock',
    categories: [],
    tags: [],
    images: [],
    ...wanted,
    id,
  };
}
