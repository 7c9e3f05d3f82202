import type { Checkout, CustomerDetails } from '@regulars/core/commerce';
import type { CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import { buyer, toCustomerDetails } from './customer.ts';
import { currency, email, externalId, instant, optionalInstant, requiredText } from './fields.ts';
import { createLineSchema, toLineItem } from './line.ts';
import { toMinor, type WireAmount } from './money.ts';

export type WireCheckout = z.output<ReturnType<typeof createCheckoutSchema>>;

/** A cart as it is now, whole. */
export function createCheckoutSchema(amount: z.ZodType<WireAmount>) {
  return z.object({
    externalId,
    startedAt: optionalInstant,
    updatedAt: instant.meta({ description: 'Of this state: an older one never overwrites a newer one.' }),
    completedAt: optionalInstant.meta({ description: 'When it became an order.' }),
    email: email.meta({ description: 'As typed in; or in customer.' }),
    customer: buyer.nullish(),
    currency,
    taxesIncluded: z.boolean({ error: 'Must be true or false.' }).optional().default(true),
    totals: z.object(
      { grand: amount.meta({ description: 'What the customer would owe.' }) },
      { error: 'Must be an object with the amounts of the cart; grand is needed.' },
    ),
    lines: z
      .array(createLineSchema(amount), { error: 'Must be a list of lines.' })
      .max(1_000, { error: 'Must be at most 1000 lines.' })
      .optional()
      .default([]),
    coupons: z
      .array(z.object({ code: requiredText }))
      .optional()
      .default([]),
    recoveryUrl: z
      .url({ protocol: /^https?$/, error: 'Must be a web address where the customer finds the cart again, or null.' })
      .max(2_000)
      .nullish()
      .transform((value) => value ?? null),
  });
}

/** A cart in the common model: all amounts with tax. */
export function toCheckout(wire: WireCheckout, code: CurrencyCode): Checkout {
  return {
    externalId: wire.externalId,
    startedAt: wire.startedAt ?? wire.updatedAt,
    updatedAt: wire.updatedAt,
    completedAt: wire.completedAt,
    recoveryUrl: wire.recoveryUrl,
    currency: code,
    grandMinor: toMinor(wire.totals.grand, code),
    customer: toCustomer(wire),
    lineItems: wire.lines.map((line) => toLineItem(line, code, wire.taxesIncluded)),
    couponCodes: wire.coupons.map((coupon) => coupon.code.trim().toLowerCase()),
  };
}

function toCustomer({ customer, email: typed }: WireCheckout): CustomerDetails | null {
  const details = customer ? toCustomerDetails(customer) : null;
  if (details !== null) return { ...details, email: details.email ?? typed };
  if (typed === null) return null;
  return { externalId: null, email: typed, phone: null, firstName: null, lastName: null, locale: null, consent: null };
}
