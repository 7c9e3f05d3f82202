import { z } from 'zod';
import { parseInstant, toIsoString, type Instant } from '@regulars/core/shared';

/**
 * An instant in a request or an answer: ISO 8601 with a zone on the wire, `Instant` in the handler, both ways.
 *
 * @example
 * ```ts
 * const order = z.object({ placedAt: instant, paidAt: instant.nullable() });
 * ```
 */
export const instant = z
  .codec(
    z.string(),
    z.custom<Instant>((value) => Number.isSafeInteger(value)),
    {
      decode: (text, context) => {
        const parsed = parseInstant(text);
        if (parsed !== null) return parsed;
        context.issues.push({
          code: 'custom',
          input: text,
          message: 'An ISO 8601 date and time with its zone, e.g. 2026-11-22T10:00:00Z.',
        });
        return z.NEVER;
      },
      encode: (value) => toIsoString(value),
    },
  )
  .meta({ type: 'string', format: 'date-time' });
