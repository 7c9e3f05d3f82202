import { z } from 'zod';
import { amount, date, id, list, text } from './wire.ts';

export const wireProduct = z.object({
  id,
  name: z.string({ error: 'Must be a name.' }).min(1),
  type: text,
  calculated_price: amount.nullish().transform((value) => value ?? null),
  price: amount.nullish().transform((value) => value ?? null),
  categories: list(z.int()),
  is_visible: z
    .boolean()
    .nullish()
    .transform((value) => value !== false),
  availability: text,
  custom_url: z.object({ url: text }).nullish(),
  primary_image: z.object({ url_standard: text }).nullish(),
  date_modified: date,
});

export type WireProduct = z.output<typeof wireProduct>;

export const wireCategory = z.object({ category_id: z.int(), name: z.string() });
