import type { Address, CustomerDetails, PlatformCustomer } from '@regulars/core/commerce';
import { z } from 'zod';
import { toConsent, toLocale } from './meta.ts';
import { address, gmtDate, id, metaData, optionalGmtDate, text, type WireAddress } from './wire.ts';
import type { WireOrder } from './wire-order.ts';

/** The parts of a `wc/v3` customer that are used. */
const customerShape = z.object({
  id,
  email: text,
  first_name: text,
  last_name: text,
  billing: address.optional(),
  date_created_gmt: optionalGmtDate,
  date_modified_gmt: z.union([z.null(), gmtDate]).optional(),
  meta_data: metaData,
});

/** What has to be asked for of them. */
export const customerFields = Object.keys(customerShape.shape).join(',');

export const wireCustomer = customerShape.transform((customer, context) => {
  // An account nobody touched since it was made has no date of change.
  const updatedAt = customer.date_modified_gmt ?? customer.date_created_gmt;
  if (updatedAt !== null) return { ...customer, updatedAt };
  context.issues.push({
    code: 'custom',
    path: ['date_modified_gmt'],
    message: 'Must be a date, or date_created_gmt must be one.',
    input: null,
  });
  return z.NEVER;
});

export type WireCustomer = z.output<typeof wireCustomer>;

/** The address WordPress' eraser writes over the real one. */
const erasedEmail = 'deleted@site.invalid';

/** Whether WordPress' personal data eraser went over it. */
export function isErased(email: string | null): boolean {
  return email?.toLowerCase() === erasedEmail;
}

export function toCustomer(customer: WireCustomer, consentMetaKey: string | undefined): PlatformCustomer {
  return {
    externalId: String(customer.id),
    email: customer.email ?? customer.billing?.email ?? null,
    phone: customer.billing?.phone ?? null,
    firstName: customer.first_name ?? customer.billing?.first_name ?? null,
    lastName: customer.last_name ?? customer.billing?.last_name ?? null,
    locale: toLocale(customer.meta_data),
    consent: toConsent(customer.meta_data, consentMetaKey, customer.updatedAt, 'account'),
    createdAt: customer.date_created_gmt,
    updatedAt: customer.updatedAt,
    country: toAddress(customer.billing)?.country ?? null,
    tags: [],
  };
}

/** The buyer as the order tells them: guests have no number, orders made by hand may name nobody. */
export function toBuyer(order: WireOrder, consentMetaKey: string | undefined): CustomerDetails | null {
  const { billing, customer_id: externalId } = order;
  const { email = null, phone = null, first_name: firstName = null, last_name: lastName = null } = billing ?? {};
  if ([externalId, email, phone, firstName, lastName].every((part) => part === null)) return null;
  const consent = toConsent(order.meta_data, consentMetaKey, order.date_created_gmt, 'checkout');
  return { externalId, email, phone, firstName, lastName, locale: toLocale(order.meta_data), consent };
}

/** The parts of an address that are kept; null when it is empty. */
export function toAddress(wire: WireAddress | undefined): Address | null {
  if (wire === undefined) return null;
  const country = wire.country?.toUpperCase() ?? null;
  const kept = {
    country: country !== null && /^[A-Z]{2}$/.test(country) ? country : null,
    region: wire.state,
    city: wire.city,
    postcode: wire.postcode,
  };
  return Object.values(kept).every((part) => part === null) ? null : kept;
}
