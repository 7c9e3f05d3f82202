import { z } from 'zod';
import { list, optionalAmount, optionalId, text } from './wire.ts';

/** One of an order's `products`. */
export const wireLine = z.object({
  id: optionalId,
  /** 0 for an item that was typed in by hand. */
  product_id: optionalId,
  variant_id: optionalId,
  sku: text,
  name: z.string({ error: 'Must be a name.' }),
  quantity: z.number({ error: 'Must be a number.' }).nonnegative({ error: 'Must not be less than zero.' }),
  type: text,
  total_inc_tax: optionalAmount,
  total_tax: optionalAmount,
  /** The line this one is chosen with, e.g. from a pick list. */
  parent_order_product_id: optionalId,
  applied_discounts: list(z.object({ id: text, amount: optionalAmount, code: text })),
});

export type WireLine = z.output<typeof wireLine>;
