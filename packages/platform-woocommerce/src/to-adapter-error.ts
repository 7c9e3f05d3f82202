import { AdapterError, findForbiddenAddress, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { OverloadError } from './overload-error.ts';

/** What an HTTP client's error tells that is safe to look at; the rest carries the key, so none of it is passed on. */
interface ClientError {
  readonly code?: unknown;
  /** What the failed call itself threw. */
  readonly cause?: { readonly code?: unknown } | null;
  readonly response?: {
    readonly status?: unknown;
    readonly headers?: Readonly<Record<string, unknown>>;
    readonly data?: unknown;
  };
}

/** No connection came about, so nothing can have been done. */
const unreached: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPROTO',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** It took too long, or gave more than is taken: of a list, half as much may be had. */
const tooMuch: ReadonlySet<unknown> = new Set([
  'ECONNABORTED',
  'EGRESS_TIMEOUT',
  'EGRESS_TOO_LARGE',
  'ERR_BAD_RESPONSE',
  'ERR_CANCELED',
  'ETIMEDOUT',
]);

/**
 * Any failure of a call as an `AdapterError` with our words.
 *
 * @param effect - a call that only reads leaves the world unchanged however it ends; for one that writes, an answer that
 * was lost or says 5xx leaves it open whether it was done.
 */
export function toAdapterError(error: unknown, effect: 'reads' | 'writes'): AdapterError {
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden.naming('url');
  const { code, cause, response } = (typeof error === 'object' && error !== null ? error : {}) as ClientError;
  const open = effect === 'writes' ? 'unknown' : 'notDone';
  if (response?.status === 404) return toMissingError(response.data);
  if (typeof response?.status === 'number') return toStatusError(response.status, response.headers ?? {}, open);
  const reason = cause?.code ?? code;
  if (unreached.has(reason) || isCertificateError(reason)) {
    return new AdapterError('The store cannot be reached.', { kind: 'unavailable', outcome: 'notDone' });
  }
  if (tooMuch.has(code) || tooMuch.has(reason)) {
    return new OverloadError('The store did not answer in time, or with too much.', { outcome: open });
  }
  return new AdapterError('The store broke off.', { kind: 'unavailable', outcome: open });
}

const kinds: Readonly<Record<number, readonly [kind: AdapterErrorKind, message: string]>> = {
  401: ['unauthenticated', 'The store does not accept the key, or the key may not do this: it needs Read/Write.'],
  403: ['forbidden', 'The store, or a firewall before it, forbids the call.'],
};

/** A resource that is gone says so in its code; any other 404 means that there is no WooCommerce at this address. */
function toMissingError(body: unknown): AdapterError {
  const isResource =
    typeof body === 'object' && body !== null && 'code' in body && String(body.code).endsWith('_invalid_id');
  if (isResource) return new AdapterError('The store does not have this.', { kind: 'notFound', outcome: 'notDone' });
  return new AdapterError("There is no WooCommerce REST API at the store's address.", {
    kind: 'misconfigured',
    outcome: 'notDone',
  });
}

function toStatusError(
  status: number,
  headers: Readonly<Record<string, unknown>>,
  open: 'notDone' | 'unknown',
): AdapterError {
  const known = kinds[status];
  if (known !== undefined) return new AdapterError(known[1], { kind: known[0], outcome: 'notDone' });
  const retryAfterS = Number(headers['retry-after']);
  const wish = Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterMs: retryAfterS * 1000 } : {};
  if (status === 429) {
    return new AdapterError('The store asks for fewer calls.', { kind: 'rateLimited', outcome: 'notDone', ...wish });
  }
  if (status >= 300 && status < 400) {
    return new AdapterError('The store redirects: its address is another one than was given.', {
      kind: 'misconfigured',
      outcome: 'notDone',
    });
  }
  if (status >= 400 && status < 500)
    return new AdapterError('The store refuses the call as invalid.', { kind: 'invalid', outcome: 'notDone' });
  return new OverloadError('The store failed.', { outcome: open, ...wish });
}

function isCertificateError(code: unknown): boolean {
  return typeof code === 'string' && /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code);
}
