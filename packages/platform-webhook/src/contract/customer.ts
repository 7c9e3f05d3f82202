import type { Address, Consent, CustomerDetails } from '@regulars/core/commerce';
import { z } from 'zod';
import { email, externalId, instant, optionalId, optionalInstant, text, texts } from './fields.ts';

const country = z
  .string({ error: 'Must be an ISO 3166-1 code of two letters, such as "DE".' })
  .regex(/^[A-Za-z]{2}$/, { error: 'Must be an ISO 3166-1 code of two letters, such as "DE".' })
  .transform((value) => value.toUpperCase())
  .nullish()
  .transform((value) => value ?? null);

export const address = z.object(
  { country, region: text, city: text, postcode: text },
  { error: 'Must be an address or null.' },
);

const emailConsent = z.object(
  {
    state: z.enum(['subscribed', 'unsubscribed', 'pending', 'not_asked'], {
      error: 'Must be "subscribed", "unsubscribed", "pending" or "not_asked".',
    }),
    at: optionalInstant,
    source: text,
  },
  { error: 'Must say the consent for e-mail.' },
);

export const consent = z.object({ email: emailConsent }, { error: 'Must be an object with the consent for e-mail.' });

const details = {
  email,
  phone: text,
  firstName: text,
  lastName: text,
  locale: text,
  consent: consent.nullish(),
};

/** The buyer within an order; a guest has no `externalId`. */
export const buyer = z.object({ externalId: optionalId, ...details }, { error: 'Must be a customer or null.' });

export const customer = z.object({
  externalId,
  ...details,
  createdAt: optionalInstant,
  updatedAt: instant,
  country,
  tags: texts,
});

/** Somebody, by id or by address. */
export const person = z
  .object({ externalId: optionalId, email })
  .refine((given) => given.externalId !== null || given.email !== null, {
    path: ['externalId'],
    error: 'Must name the customer, by externalId or by email.',
  });

export const consentChange = z.intersection(person, z.object({ consent }));

export function toConsent(wire: z.output<typeof consent>): Consent {
  return wire.email;
}

export function toCustomerDetails(wire: z.output<typeof buyer>): CustomerDetails {
  const { consent: given, ...rest } = wire;
  return { ...rest, consent: given ? toConsent(given) : null };
}

/** Null where nothing is known. */
export function toAddress(wire: z.output<typeof address> | null | undefined): Address | null {
  if (!wire || Object.values(wire).every((part) => part === null)) return null;
  return wire;
}
