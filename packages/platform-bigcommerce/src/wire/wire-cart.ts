import { z } from 'zod';
import { amount, date, list, optionalAmount, optionalId, text } from './wire.ts';

/** Lines of a cart have UUIDs. */
const line = z.object({
  id: text,
  product_id: optionalId,
  variant_id: optionalId,
  sku: text,
  name: z.string({ error: 'Must be a name.' }),
  quantity: z.number({ error: 'Must be a number.' }).positive({ error: 'Must be greater than zero.' }),
  extended_list_price: optionalAmount,
  extended_sale_price: optionalAmount.optional(),
  coupon_amount: optionalAmount,
});

const certificate = z.object({ id: text, name: z.string(), amount: optionalAmount });

export type WireCartLine = z.output<typeof line>;

export const wireCart = z.object({
  id: z.string({ error: 'Must be the id of a cart.' }).min(1),
  customer_id: optionalId,
  channel_id: optionalId,
  email: text,
  locale: text,
  currency: z.object({ code: z.string() }),
  cart_amount: amount,
  coupons: list(z.object({ code: text })),
  line_items: z.object({
    physical_items: list(line),
    digital_items: list(line),
    custom_items: list(line),
    gift_certificates: list(certificate),
  }),
  created_time: date,
  updated_time: date,
});

export type WireCart = z.output<typeof wireCart>;
