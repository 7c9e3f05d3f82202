import type { z } from 'zod';
import type { Rejection } from '@regulars/core/shared';

/** What a schema found, field by field, with JSON pointers (RFC 6901). */
export function toRejections(code: string, error: z.ZodError): readonly Rejection[] {
  return error.issues.map(({ path, message }) => ({
    code,
    path: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    message,
  }));
}
