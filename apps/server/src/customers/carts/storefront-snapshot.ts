import { z } from 'zod';

const webAddress = z.url({ protocol: /^https?$/ }).max(1_000);

/**
 * What a shop's page tells of a cart. Whoever has the page can send anything, so nothing is taken that could end up in a
 * letter or a sum: no names, no prices, no consent.
 */
export const snapshotSchema = z.strictObject({
  key: z.string().regex(/^rsf_[\w-]{24}$/),
  email: z.string().min(3).max(320),
  cart: z.strictObject({
    /** Made by the page; the same as long as the cart is. */
    id: z.string().regex(/^[\w-]{8,64}$/),
    /** Where the shopper finds the cart again. */
    url: webAddress,
    items: z
      .array(
        z.strictObject({
          productId: z.string().min(1).max(64),
          quantity: z.number().positive().max(9_999),
          productUrl: webAddress.optional(),
        }),
      )
      .max(50),
  }),
});

export type Snapshot = z.infer<typeof snapshotSchema>;
