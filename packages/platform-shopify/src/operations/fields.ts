import { parseInstant } from '@regulars/core/shared';
import { z } from 'zod';
import type { AddressFacts } from '../model/facts.ts';
import { amount, gid } from '../wire/wire.ts';

/** An amount in the shop's currency; `{ shopMoney { amount } }`. */
export const shopMoney = z
  .object({ shopMoney: z.object({ amount }) })
  .transform(({ shopMoney: money }) => money.amount);

export const optionalShopMoney = shopMoney.nullish().transform((value) => value ?? '0');

export const instant = z.string().transform((value, context) => {
  const at = parseInstant(value);
  if (at !== null) return at;
  context.issues.push({ code: 'custom', message: 'Must be a date and time with a zone.', input: value });
  return z.NEVER;
});

export const optionalInstant = instant.nullish().transform((value) => value ?? null);

export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

/** A reference to another resource, by its number. */
export const reference = z
  .object({ id: gid })
  .nullish()
  .transform((value) => value?.id ?? null);

export const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

/** Nodes are read one by one, so that one that cannot be used costs no other. */
export const page = z.object({ pageInfo, nodes: z.array(z.unknown()) });

export const userErrors = z.array(z.object({ code: z.string().nullish() }));

export const address = z
  .object({
    firstName: text,
    lastName: text,
    phone: text,
    countryCodeV2: text,
    provinceCode: text,
    city: text,
    zip: text,
  })
  .transform((wire): AddressFacts => ({
    firstName: wire.firstName,
    lastName: wire.lastName,
    phone: wire.phone,
    country: wire.countryCodeV2,
    region: wire.provinceCode,
    city: wire.city,
    postcode: wire.zip,
  }))
  .nullish()
  .transform((value) => value ?? null);
