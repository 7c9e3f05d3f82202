import { parseInstant } from '@regulars/core/shared';
import { z } from 'zod';

/** A resource's number. WordPress numbers all of them, from 1. */
export const id = z.int({ error: 'Must be a whole number.' }).positive({ error: 'Must be greater than zero.' });

/** A reference that is 0 where there is none, and '' where a plugin wrote it. */
export const optionalId = z
  .union([z.int().nonnegative(), z.literal(''), z.null()])
  .optional()
  .transform((value) => (value ? String(value) : null));

/** Bounded so that sums of such amounts are exact in every currency. */
const decimal = /^-?\d{1,11}(\.\d+)?$/;
const notDecimal = { error: 'Must be a decimal string such as "19.90", below 100 billion.' };

/** Money as WooCommerce writes it: a decimal string. Numbers would be binary fractions, so they are refused. */
export const amount = z.string(notDecimal).regex(decimal, notDecimal);

/** An amount that old or plugin-made orders leave empty. */
export const looseAmount = z
  .union([z.literal(''), z.null(), amount], notDecimal)
  .optional()
  .transform((value) => value || '0');

/** Text that is '' where there is none. */
export const text = z
  .union([z.string(), z.null()])
  .optional()
  .transform((value) => value?.trim() || null);

const notDate = { error: 'Must be a date and time in GMT such as "2026-11-22T10:00:00".' };

/** `date_…_gmt` fields are UTC and do not say so. */
export const gmtDate = z.string(notDate).transform((value, context) => {
  const instant = parseInstant(/(Z|[+-]\d{2}:?\d{2})$/i.test(value) ? value : `${value}Z`);
  if (instant !== null) return instant;
  context.issues.push({ code: 'custom', message: notDate.error, input: value });
  return z.NEVER;
});

export const optionalGmtDate = z
  .union([z.literal('').transform(() => null), z.null(), gmtDate], notDate)
  .optional()
  .transform((value) => value ?? null);

/** `meta_data` is a list; buggy plugins make an object of it, whose values are the list then. */
export const metaData = z.unknown().transform((value): ReadonlyMap<string, unknown> => {
  const entries: readonly unknown[] = typeof value === 'object' && value !== null ? Object.values(value) : [];
  return new Map(entries.flatMap((entry) => (isMetaEntry(entry) ? [[entry.key, entry.value] as const] : [])));
});

function isMetaEntry(entry: unknown): entry is { readonly key: string; readonly value: unknown } {
  return (
    typeof entry === 'object' && entry !== null && 'key' in entry && typeof entry.key === 'string' && 'value' in entry
  );
}

export const address = z.object({
  first_name: text,
  last_name: text,
  city: text,
  state: text,
  postcode: text,
  country: text,
  email: text,
  phone: text,
});

export type WireAddress = z.output<typeof address>;
export type MetaData = z.output<typeof metaData>;
