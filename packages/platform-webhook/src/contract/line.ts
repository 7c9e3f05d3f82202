import type { LineItem } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import { optionalFlag, optionalId, requiredText, text, texts } from './fields.ts';
import { toLineMinor, toMinor, type WireAmount } from './money.ts';

export type WireLine = z.output<ReturnType<typeof createLineSchema>>;

/** A line of an order or a cart. */
export function createLineSchema(amount: z.ZodType<WireAmount>) {
  return z
    .object({
      externalId: optionalId,
      productId: optionalId,
      variantId: optionalId,
      sku: text,
      name: requiredText,
      quantity: z
        .number({ error: 'Must be a number.' })
        .positive({ error: 'Must be greater than zero.' })
        .max(1_000_000, { error: 'Must be at most 1000000.' }),
      unitPrice: amount.meta({ description: 'Price of one, before discount.' }),
      discount: amount.optional().default(0).meta({ description: 'For the whole line.' }),
      tax: amount.optional().default(0).meta({ description: 'For the whole line.' }),
      categories: texts,
      tags: texts,
      digital: optionalFlag,
    })
    .refine(({ unitPrice, quantity }) => Number(unitPrice) * quantity < 9e11, {
      path: ['unitPrice'],
      error: 'Must be small enough, times quantity, to be counted exactly.',
    });
}

/** All amounts with tax. */
export function toLineItem(line: WireLine, code: CurrencyCode, taxesIncluded: boolean): LineItem {
  const taxMinor = toMinor(line.tax, code);
  return {
    externalId: line.externalId,
    productExternalId: line.productId,
    variantExternalId: line.variantId,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    subtotalMinor: toLineMinor(line.unitPrice, line.quantity, code) + (taxesIncluded ? 0 : taxMinor),
    discountMinor: toMinor(line.discount, code),
    taxMinor,
    categories: line.categories,
    tags: line.tags,
    isDigital: line.digital,
  };
}
