import { z } from 'zod';
import { address, amount, gmtDate, id, looseAmount, metaData, optionalGmtDate, optionalId, text } from './wire.ts';

const line = z.object({
  id: optionalId,
  name: text,
  parent_name: text,
  product_id: optionalId,
  variation_id: optionalId,
  sku: text,
  quantity: z.number({ error: 'Must be a number.' }).positive({ error: 'Must be greater than zero.' }),
  subtotal: looseAmount,
  subtotal_tax: looseAmount,
  total: looseAmount,
  total_tax: looseAmount,
});

const fee = z.object({ total: looseAmount, total_tax: looseAmount });

/** A card that paid, of the plugin WooCommerce Gift Cards; other plugins may mean something else by the name. */
const giftCard = z.object({ amount: z.union([z.number().transform(String), z.string()]).pipe(amount) });

/** Without its date in an order; a pull looks it up in the list of the order's refunds. */
const refund = z.object({ id, reason: text, total: looseAmount, date_created_gmt: optionalGmtDate });

/** The parts of a `wc/v3` order that are used. */
export const wireOrder = z.object({
  id,
  number: z.union([z.string(), z.number().transform(String)]).optional(),
  status: z.string({ error: 'Must be the name of a status.' }).min(1),
  currency: z.string({ error: 'Must be an ISO 4217 code.' }),
  date_created_gmt: gmtDate,
  date_modified_gmt: gmtDate,
  date_paid_gmt: optionalGmtDate,
  date_completed_gmt: optionalGmtDate,
  discount_total: looseAmount,
  discount_tax: looseAmount,
  shipping_total: looseAmount,
  shipping_tax: looseAmount,
  total: amount,
  total_tax: looseAmount,
  customer_id: optionalId,
  customer_note: text,
  created_via: text,
  billing: address.optional(),
  shipping: address.optional(),
  line_items: z.array(line, { error: 'Must be a list.' }),
  fee_lines: z.array(fee).optional().default([]),
  coupon_lines: z
    .array(z.object({ code: z.string() }))
    .optional()
    .default([]),
  gift_cards: z.array(giftCard).catch([]),
  refunds: z.array(refund).optional().default([]),
  meta_data: metaData,
});

export type WireOrder = z.output<typeof wireOrder>;
export type WireLine = WireOrder['line_items'][number];
