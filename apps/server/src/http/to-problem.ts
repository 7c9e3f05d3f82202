import type { FastifyError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { Rejection } from '@regulars/core/shared';

import { Problem, problem } from '../foundation/errors/index.ts';
import { requestErrors } from '../foundation/http/index.ts';

const byFastifyCode: Readonly<Record<string, () => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: () => problem(requestErrors, 'request.too_large'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: () =>
    problem(requestErrors, 'request.media_type_unsupported', 'Send Content-Type: application/json.'),
  FST_ERR_CTP_INVALID_JSON_BODY: () =>
    problem(requestErrors, 'request.invalid', 'The body is not JSON: it ends early or has a fault.'),
  FST_ERR_CTP_EMPTY_JSON_BODY: () =>
    problem(requestErrors, 'request.invalid', 'The body is empty; send JSON, or leave Content-Type out.'),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: () =>
    problem(requestErrors, 'request.invalid', 'The body is shorter or longer than Content-Length says.'),
  FST_UNDER_PRESSURE: () => problem(requestErrors, 'server.unavailable', 'The server is overloaded.'),
};

/** What node-postgres throws when the database is away, starting, stopping or full of connections. */
const databaseAway = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08006',
]);

/** The refusal a caller sees for whatever was thrown. What we did not foresee says nothing but that. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return problem(requestErrors, 'server.unexpected');
  if (hasZodFastifySchemaValidationErrors(error))
    return problem(requestErrors, 'request.invalid', null, toRejections(error));
  const { code = '', statusCode } = error as Partial<FastifyError>;
  const known = byFastifyCode[code];
  if (known !== undefined) return known();
  if (databaseAway.has(code) || error.message.startsWith('timeout exceeded when trying to connect')) {
    return problem(requestErrors, 'server.unavailable', 'The database cannot be reached.');
  }
  // Fastify's own refusals of malformed requests, e.g. a path that cannot be decoded.
  if (code.startsWith('FST_') && statusCode !== undefined && statusCode < 500)
    return problem(requestErrors, 'request.invalid');
  return problem(requestErrors, 'server.unexpected');
}

function toRejections(
  error: Error & {
    validation: readonly { instancePath: string; message?: string | undefined }[];
    validationContext?: unknown;
  },
): Rejection[] {
  const part = typeof error.validationContext === 'string' ? error.validationContext : 'body';
  return error.validation.map(({ instancePath, message }) => ({
    code: 'request.invalid',
    path: `${part === 'body' ? '' : `/${part}`}${instancePath}`,
    message: message ?? 'This is not of the documented form.',
  }));
}
