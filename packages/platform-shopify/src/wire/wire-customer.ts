import type { PlatformCustomer } from '@regulars/core/commerce';
import { z } from 'zod';
import { toConsent, toCountry, toLocale } from '../model/to-customer.ts';
import { wireAddress, wireConsent } from './wire-person.ts';
import { date, id, optionalDate, ownId, tags, text, toOwnId } from './wire.ts';

/** A customer in a webhook. Since 2025-01 neither consent nor tags are told there. */
export const wireCustomer = z
  .object({
    ...ownId,
    email: text,
    phone: text,
    first_name: text,
    last_name: text,
    locale: text,
    created_at: optionalDate,
    updated_at: date,
    default_address: wireAddress,
    email_marketing_consent: wireConsent,
    tags,
  })
  .transform((customer, context): PlatformCustomer => {
    const externalId = toOwnId(customer);
    if (externalId === null) {
      context.issues.push({ code: 'custom', path: ['id'], message: 'Must be the id of a customer.', input: null });
      return z.NEVER;
    }
    const consent = customer.email_marketing_consent;
    return {
      externalId,
      email: customer.email,
      phone: customer.phone ?? customer.default_address?.phone ?? null,
      firstName: customer.first_name,
      lastName: customer.last_name,
      locale: toLocale(customer.locale),
      consent: consent === null ? null : toConsent(consent.state, consent.consent_updated_at, 'account'),
      createdAt: customer.created_at,
      updatedAt: customer.updated_at,
      country: toCountry(customer.default_address?.country ?? null),
      tags: customer.tags,
    };
  });

/** `customers_email_marketing_consent/update`: the only webhook that tells consent. */
export const wireConsentUpdate = z.object({
  customer_id: id,
  email_address: text,
  email_marketing_consent: wireConsent,
});

/** `customers/redact` and `customers/data_request`; the law's webhooks. */
export const wirePrivacyRequest = z.object({
  customer: z.object({ id: id.nullish().transform((value) => value ?? null), email: text }),
  data_request: z.object({ id }).nullish(),
});

export const wireMerge = z.object({ status: text, admin_graphql_api_customer_deleted_id: text });
