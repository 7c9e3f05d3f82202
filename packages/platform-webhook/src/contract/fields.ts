import { toEmailKey } from '@regulars/core/commerce';
import { parseInstant } from '@regulars/core/shared';
import { z } from 'zod';

const longestText = 2_000;

/** Text in one Unicode form, so that equal names are equal; '' counts as absent. */
export const text = z
  .string({ error: 'Must be text or null.' })
  .max(longestText, { error: `Must be at most ${longestText} characters.` })
  .transform((value) => value.normalize('NFC').trim() || null)
  .nullish()
  .transform((value) => value ?? null);

export const requiredText = z
  .string({ error: 'Must be text.' })
  .min(1, { error: 'Must not be empty.' })
  .max(longestText, { error: `Must be at most ${longestText} characters.` })
  .transform((value) => value.normalize('NFC'));

const notId = { error: 'Must be text of 1 to 191 characters, or a whole number.' };

/** The sender's own id. Numbers beyond 2^53 lose digits on their way and must come as text. */
export const externalId = z
  .union([z.string(notId).min(1, notId).max(191, notId), z.int(notId).nonnegative(notId)], notId)
  .transform(String)
  .meta({ description: "The sender's id of it, unique within its kind." });

export const optionalId = externalId.nullish().transform((value) => value ?? null);

const notInstant = {
  error: 'Must be a date and time that states its zone, such as "2026-11-22T10:00:00Z" or "2026-11-22T11:00:00+01:00".',
};

/** A time without a zone would be hours off without anybody noticing. */
export const instant = z
  .string(notInstant)
  .transform((value, context) => {
    const parsed = parseInstant(value);
    if (parsed !== null) return parsed;
    context.issues.push({ code: 'custom', message: notInstant.error, input: value });
    return z.NEVER;
  })
  .meta({ format: 'date-time', description: 'ISO 8601 with a zone.' });

export const optionalInstant = instant.nullish().transform((value) => value ?? null);

/** Kept as the customer typed it. */
export const email = z
  .string({ error: 'Must be an e-mail address or null.' })
  .trim()
  .refine((value) => value === '' || toEmailKey(value) !== null, { error: 'Must be an e-mail address or null.' })
  .transform((value) => value || null)
  .nullish()
  .transform((value) => value ?? null);

export const currency = z
  .string({ error: 'Must be an ISO 4217 code such as "EUR".' })
  .meta({ description: 'ISO 4217.' });

export const texts = z.array(requiredText, { error: 'Must be a list of texts.' }).optional().default([]);

export const flag = z.boolean({ error: 'Must be true or false.' }).optional().default(false);
export const optionalFlag = z
  .boolean({ error: 'Must be true, false or null.' })
  .nullish()
  .transform((value) => value ?? null);

/** Short facts by name; numbers and truth values become text. */
export const attributes = z
  .record(z.string(), z.union([z.string().max(longestText), z.number(), z.boolean()]).transform(String), {
    error: 'Must be an object of texts.',
  })
  .optional()
  .default({});
