import { z } from 'zod';

const notId = { error: 'Must be an id.' };

/** Numbers of most things, UUIDs of carts. */
const id = z
  .union([z.int().positive().transform(String), z.string().regex(/^[A-Za-z0-9-]{1,64}$/)], notId)
  .nullish()
  .transform((value) => value ?? null);

/** A webhook's body: what happened, and to what. */
export const wireDelivery = z.object({
  scope: z.string({ error: 'Must be the name of an event, e.g. store/order/created.' }).min(1),
  producer: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  data: z.object(
    { id, order_id: id, orderId: id, address: z.object({ customer_id: id }).nullish() },
    { error: 'Must be an object.' },
  ),
});

export type WireDelivery = z.output<typeof wireDelivery>;
