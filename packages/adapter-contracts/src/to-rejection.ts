import type { Rejection } from '@regulars/core/shared';
import type { z } from 'zod';

/**
 * The first thing a schema found wrong, as a rejection that names the place. The text is the schema's own and never the
 * offending value, which may be personal data.
 *
 * @param base - a JSON pointer to what the schema was given; '' when it was given the whole.
 * @example
 * ```ts
 * const read = z.object({ id: z.number() }).safeParse({ id: 'one' });
 * if (!read.success) toRejection('my_shop.invalid', read.error);
 * // { code: 'my_shop.invalid', path: '/id', message: 'Invalid input: expected number, received string' }
 * ```
 */
export function toRejection<Code extends string>(code: Code, error: z.ZodError, base = ''): Rejection<Code> {
  const issue = error.issues[0];
  return {
    code,
    path: base + toJsonPointer(issue?.path ?? []),
    message: issue?.message ?? 'This cannot be read.',
  };
}

/** RFC 6901: `~` and `/` in names are escaped. */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
