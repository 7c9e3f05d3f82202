import { defineErrors } from '../errors/index.ts';

/** Errors any route may answer with. */
export const requestErrors = defineErrors({
  'request.invalid': { status: 400, title: 'The request does not have the expected form.' },
  'request.cursor_invalid': { status: 400, title: 'The cursor is not one this list gave out.' },
  'request.not_found': { status: 404, title: 'There is nothing at this address.' },
  'request.media_type_unsupported': { status: 415, title: 'The body must be JSON.' },
  'request.too_large': { status: 413, title: 'The body is larger than allowed.' },
  'request.too_many': { status: 429, title: 'Too many requests; wait before the next one.' },
  'request.origin_refused': { status: 403, title: 'The request came from another site.' },
  'idempotency.key_invalid': { status: 400, title: 'The Idempotency-Key is not usable.' },
  'idempotency.key_reused': { status: 422, title: 'The Idempotency-Key was used for a different request.' },
  'idempotency.in_progress': { status: 409, title: 'The first request with this Idempotency-Key is still running.' },
  'server.unavailable': { status: 503, title: 'The server cannot answer now; try again shortly.' },
  'server.unexpected': { status: 500, title: 'Something went wrong on our side.' },
});
