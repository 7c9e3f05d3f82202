import { z } from 'zod';
import { wireLine, type WireLine } from './wire-line.ts';
import { amount, date, id, list, optionalAmount, optionalDate, optionalId, text } from './wire.ts';

const formField = z.object({ name: text, value: z.unknown() });

const address = z.object({
  first_name: text,
  last_name: text,
  city: text,
  state: text,
  zip: text,
  country_iso2: text,
  email: text,
  phone: text,
  form_fields: list(formField),
});

export type WireAddress = z.output<typeof address>;

const lines = list(wireLine);

/** How an order goes out. With `include=consignments.line_items` this is where its lines are; without it is but a link. */
const consignments = z.object({
  shipping: list(address.extend({ line_items: lines })),
  pickups: list(z.object({ line_items: lines })),
  downloads: list(z.object({ line_items: lines })),
  email: z.object({ gift_certificates: list(z.object({ line_items: lines })) }).nullish(),
  url: z.never({ error: 'Must be the consignments themselves, and not where they are.' }).optional(),
});

/** The parts of a V2 order that are used. */
export const wireOrder = z.object({
  id,
  customer_id: optionalId,
  date_created: date,
  date_modified: date,
  date_shipped: optionalDate,
  status_id: z.int({ error: 'Must be the number of a status.' }).nonnegative(),
  payment_status: text,
  payment_method: text,
  subtotal_inc_tax: optionalAmount,
  shipping_cost_inc_tax: optionalAmount,
  handling_cost_inc_tax: optionalAmount,
  wrapping_cost_inc_tax: optionalAmount,
  total_tax: optionalAmount,
  total_inc_tax: amount,
  discount_amount: optionalAmount,
  coupon_discount: optionalAmount,
  /** What the store is paid in; `currency_code` is only what the customer was shown. */
  default_currency_code: z.string({ error: 'Must be an ISO 4217 code.' }),
  is_deleted: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
  is_email_opt_in: z
    .boolean()
    .nullish()
    .transform((value) => value === true),
  order_source: text,
  external_source: text,
  external_order_id: text,
  channel_id: optionalId,
  cart_id: text,
  customer_locale: text,
  customer_message: text,
  staff_notes: text,
  billing_address: address.nullish().transform((value) => value ?? null),
  fees: list(z.object({ cost_inc_tax: optionalAmount })),
  consignments,
});

export type WireOrder = z.output<typeof wireOrder>;

/** All lines, whichever way they go out, in the order in which they were put into the cart. */
export function listLines({ consignments: { shipping, pickups, downloads, email } }: WireOrder): readonly WireLine[] {
  const parcels = [...shipping, ...pickups, ...downloads, ...(email?.gift_certificates ?? [])];
  return parcels
    .flatMap(({ line_items: items }) => items)
    .toSorted((one, other) => Number(one.id ?? 0) - Number(other.id ?? 0));
}

/** One of an order's `coupons`. */
export const wireCoupon = z.object({ code: text });
