import { z } from 'zod';
import type { LineFacts, ShippingFacts } from '../model/facts.ts';
import { amount, list, optionalGid, optionalId, text } from './wire.ts';

const taxes = list(z.object({ price: amount })).transform((lines) => lines.map(({ price }) => price));
const discounts = list(z.object({ amount })).transform((parts) => parts.map((part) => part.amount));

const wireLine = z
  .object({
    id: optionalId,
    admin_graphql_api_id: optionalGid,
    product_id: optionalId,
    variant_id: optionalId,
    sku: text,
    name: text,
    title: text,
    quantity: z.int({ error: 'Must be a whole number.' }).nonnegative(),
    price: amount,
    gift_card: z.boolean().nullish(),
    requires_shipping: z.boolean().nullish(),
    tax_lines: taxes,
    discount_allocations: discounts,
  })
  .transform((line): LineFacts => ({
    id: line.admin_graphql_api_id ?? line.id,
    productId: line.product_id,
    variantId: line.variant_id,
    sku: line.sku,
    name: line.name ?? line.title ?? '',
    quantity: line.quantity,
    unitPrice: line.price,
    taxes: line.tax_lines,
    discounts: line.discount_allocations,
    isGiftCard: line.gift_card === true,
    requiresShipping: line.requires_shipping ?? null,
  }));

/** A line that was edited down to nothing before it was ever sold is no line. */
export const wireLines = z
  .array(wireLine, { error: 'Must be a list.' })
  .transform((lines) => lines.filter(({ quantity }) => quantity > 0));

export const wireShipping = z
  .object({ price: amount, is_removed: z.boolean().nullish(), tax_lines: taxes, discount_allocations: discounts })
  .transform((line): ShippingFacts & { readonly isRemoved: boolean } => ({
    price: line.price,
    taxes: line.tax_lines,
    discounts: line.discount_allocations,
    isRemoved: line.is_removed === true,
  }));
