import { z } from 'zod';
import type { AddressFacts, CustomerFacts } from '../model/facts.ts';
import { optionalDate, ownId, text, toOwnId } from './wire.ts';

export const wireAddress = z
  .object({
    first_name: text,
    last_name: text,
    phone: text,
    country_code: text,
    province_code: text,
    city: text,
    zip: text,
  })
  .transform((address): AddressFacts => ({
    firstName: address.first_name,
    lastName: address.last_name,
    phone: address.phone,
    country: address.country_code,
    region: address.province_code,
    city: address.city,
    postcode: address.zip,
  }))
  .nullish()
  .transform((address) => address ?? null);

/** The customer within an order or a checkout. Webhooks tell less of them than they did before 2025. */
export const wireBuyer = z
  .object({ ...ownId, email: text, phone: text, first_name: text, last_name: text })
  .transform((customer): CustomerFacts => ({
    id: toOwnId(customer),
    email: customer.email,
    phone: customer.phone,
    firstName: customer.first_name,
    lastName: customer.last_name,
  }))
  .nullish()
  .transform((customer) => customer ?? null);

export const wireConsent = z
  .object({ state: text, consent_updated_at: optionalDate })
  .nullish()
  .transform((consent) => consent ?? null);
