import { parseInstant, toInstant, toIsoString, type Instant } from '@regulars/core/shared';
import { z } from 'zod';

const notId = { error: 'Must be a whole number greater than zero.' };

export const id = z.int(notId).positive(notId).transform(String);

/** A reference that is 0 or null where there is none. */
export const optionalId = z
  .int(notId)
  .nullish()
  .transform((value) => (value === null || value === undefined || value <= 0 ? null : String(value)));

const notDecimal = { error: 'Must be an amount such as "19.9000", below 100 billion.' };
const largest = 1e11;

/** V2 writes decimal strings, most with four places; V3 writes numbers, whose binary fractions end at the fourth. */
export const amount = z.union(
  [
    z.string().regex(/^-?\d{1,11}(\.\d+)?$/),
    z
      .number()
      .gt(-largest)
      .lt(largest)
      .transform((value) => value.toFixed(4)),
  ],
  notDecimal,
);

export const optionalAmount = z
  .union([z.literal('').transform(() => '0'), amount], notDecimal)
  .nullish()
  .transform((value) => value ?? '0');

/** Text that is '' or null where there is none. */
export const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() || null);

const notDate = { error: 'Must be a date and time with a zone.' };
const rfc2822 = /^[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} [+-]\d{4}$/;

/** V2 writes `Tue, 05 Mar 2019 21:40:11 +0000`, V3 ISO 8601. */
export const date = z.string(notDate).transform((value, context) => {
  const ms = rfc2822.test(value) ? Date.parse(value) : Number.NaN;
  const instant = Number.isNaN(ms) ? parseInstant(value) : toInstant(ms);
  if (instant !== null) return instant;
  context.issues.push({ code: 'custom', message: notDate.error, input: value });
  return z.NEVER;
});

export const optionalDate = z
  .union([z.literal('').transform(() => null), date], notDate)
  .nullish()
  .transform((value) => value ?? null);

/** A list that may be missing. */
export function list<Item extends z.ZodType>(item: Item) {
  return z
    .array(item)
    .nullish()
    .transform((value): readonly z.output<Item>[] => value ?? []);
}

/** A time as it is asked for: in whole seconds, which is how BigCommerce keeps them. */
export function toSecond(at: Instant): string {
  return `${toIsoString(at).slice(0, 19)}Z`;
}
