import createClient from 'openapi-fetch';

import { toApiError } from './api-error.ts';
import type { paths } from './schema.d.ts';

const reading = new Set(['GET', 'HEAD']);

/** Our API, typed by its own document. A refusal is thrown as `ApiError`. */
export const api = createClient<paths>({ baseUrl: '/' });

api.use({
  onRequest({ request }) {
    // A click sent twice by a shaky connection counts once.
    if (!reading.has(request.method)) request.headers.set('idempotency-key', newKey());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await toApiError(response);
  },
});

/** Of an answer that was not refused. */
export function dataOf<Data>({ data }: { readonly data?: Data }): Data {
  if (data === undefined) throw new TypeError('The server answered without data.');
  return data;
}

function newKey(): string {
  // crypto.randomUUID is missing on plain http to another machine.
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
