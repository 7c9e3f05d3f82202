import type { Checkout } from '@regulars/core/commerce';
import { parseCurrency } from '@regulars/core/shared';
import { z } from 'zod';
import { toConsent, toLocale } from '../model/to-customer.ts';
import { toLineItem } from '../model/to-line-item.ts';
import { toMinor } from '../model/to-minor.ts';
import { wireLines } from './wire-line.ts';
import { wireAddress, wireBuyer } from './wire-person.ts';
import { amount, date, id, list, optionalDate, text } from './wire.ts';

/** `checkouts/create` and `checkouts/update`: sent seconds after an address is typed, and again with every change. */
export const wireCheckout = z
  .object({
    id,
    email: text,
    phone: text,
    customer: wireBuyer,
    billing_address: wireAddress,
    customer_locale: text,
    buyer_accepts_marketing: z.boolean().nullish(),
    abandoned_checkout_url: text,
    created_at: date,
    updated_at: date,
    completed_at: optionalDate,
    currency: z.string({ error: 'Must be an ISO 4217 code.' }),
    taxes_included: z.boolean().nullish(),
    total_price: amount,
    discount_codes: list(z.object({ code: text })),
    line_items: wireLines,
  })
  .transform((checkout, context): Checkout => {
    const currency = parseCurrency(checkout.currency);
    if (currency === null) {
      context.issues.push({
        code: 'custom',
        path: ['currency'],
        message: 'Must be a currency of ISO 4217, such as EUR.',
        input: checkout.currency,
      });
      return z.NEVER;
    }
    const { customer, billing_address: billing } = checkout;
    const person = {
      externalId: customer?.id ?? null,
      email: checkout.email ?? customer?.email ?? null,
      phone: checkout.phone ?? customer?.phone ?? null,
      firstName: customer?.firstName ?? billing?.firstName ?? null,
      lastName: customer?.lastName ?? billing?.lastName ?? null,
    };
    const isNobody = Object.values(person).every((part) => part === null);
    const consent =
      checkout.buyer_accepts_marketing === true ? toConsent('subscribed', checkout.created_at, 'checkout') : null;
    return {
      externalId: checkout.id,
      startedAt: checkout.created_at,
      updatedAt: checkout.updated_at,
      completedAt: checkout.completed_at,
      recoveryUrl: checkout.abandoned_checkout_url,
      currency,
      grandMinor: toMinor(checkout.total_price, currency),
      customer: isNobody ? null : { ...person, locale: toLocale(checkout.customer_locale), consent },
      lineItems: checkout.line_items.map((line) => toLineItem(line, currency, checkout.taxes_included === true)),
      couponCodes: checkout.discount_codes.flatMap(({ code }) => code?.toLowerCase() ?? []),
    };
  });
