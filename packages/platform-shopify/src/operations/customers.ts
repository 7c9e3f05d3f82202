import type { PlatformCustomer } from '@regulars/core/commerce';
import { z } from 'zod';
import { defineOperation } from '../api/operation.ts';
import { toConsent, toCountry, toLocale } from '../model/to-customer.ts';
import { gid } from '../wire/wire.ts';
import { instant, optionalInstant, page, text } from './fields.ts';

/** Changed longest ago first. */
export const listCustomers = defineOperation(
  z.object({ customers: page }),
  /* GraphQL */ `query ListCustomers($first: Int!, $after: String, $query: String) {
  customers(first: $first, after: $after, query: $query, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      id firstName lastName locale createdAt updatedAt tags
      defaultEmailAddress { emailAddress marketingState marketingUpdatedAt }
      defaultPhoneNumber { phoneNumber }
      defaultAddress { countryCodeV2 }
    }
  }
}`,
);

/** To bind a discount to somebody the store knows. */
export const findCustomer = defineOperation(
  z.object({ customerByIdentifier: z.object({ id: z.string() }).nullable() }),
  /* GraphQL */ `query FindCustomer($email: String!) {
  customerByIdentifier(identifier: { emailAddress: $email }) { id }
}`,
);

/** The only place beside its own webhook where Shopify tells consent. */
export const customerNode = z
  .object({
    id: gid,
    firstName: text,
    lastName: text,
    locale: text,
    createdAt: optionalInstant,
    updatedAt: instant,
    tags: z.array(z.string()),
    defaultEmailAddress: z
      .object({ emailAddress: text, marketingState: text, marketingUpdatedAt: optionalInstant })
      .nullish(),
    defaultPhoneNumber: z.object({ phoneNumber: text }).nullish(),
    defaultAddress: z.object({ countryCodeV2: text }).nullish(),
  })
  .transform((customer): PlatformCustomer => {
    const email = customer.defaultEmailAddress;
    return {
      externalId: customer.id,
      email: email?.emailAddress ?? null,
      phone: customer.defaultPhoneNumber?.phoneNumber ?? null,
      firstName: customer.firstName,
      lastName: customer.lastName,
      locale: toLocale(customer.locale),
      consent: toConsent(email?.marketingState ?? null, email?.marketingUpdatedAt ?? null, 'account'),
      createdAt: customer.createdAt,
      updatedAt: customer.updatedAt,
      country: toCountry(customer.defaultAddress?.countryCodeV2 ?? null),
      tags: customer.tags,
    };
  });
