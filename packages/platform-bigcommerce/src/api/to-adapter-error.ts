import { AdapterError, findForbiddenAddress } from '@regulars/adapter-contracts';
import { secondMs } from '@regulars/core/shared';
import { findPermission } from './permissions.ts';
import { readQuota } from './rate-governor.ts';

/** What a call leaves open when its answer is lost. */
export type OpenOutcome = 'notDone' | 'unknown';

interface Refused {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Below the store, e.g. `v2/orders`. */
  readonly path: string;
}

/** An answer that is none, by its status. What BigCommerce writes with it is not passed on. */
export function toStatusError({ status, headers, path }: Refused, open: OpenOutcome): AdapterError {
  if (status === 401) {
    const message = 'BigCommerce does not accept the access token: it is wrong, or its API account was deleted.';
    return new AdapterError(message, { kind: 'unauthenticated', outcome: 'notDone' });
  }
  if (status === 403) return new AdapterError(toMissing(path), { kind: 'forbidden', outcome: 'notDone' });
  if (status === 404)
    return new AdapterError('BigCommerce does not have this.', { kind: 'notFound', outcome: 'notDone' });
  if (status === 429) {
    const retryAfterMs = readQuota(headers)?.resetMs ?? Number(headers['retry-after'] ?? Number.NaN) * secondMs;
    const wish = Number.isFinite(retryAfterMs) && retryAfterMs > 0 ? { retryAfterMs } : {};
    return new AdapterError('BigCommerce asks for fewer calls.', { kind: 'rateLimited', outcome: 'notDone', ...wish });
  }
  if (status >= 300 && status < 400) {
    const message = 'BigCommerce redirects: the store hash is another one than was given.';
    return new AdapterError(message, { kind: 'misconfigured', outcome: 'notDone' });
  }
  if (status >= 400 && status < 500)
    return new AdapterError('BigCommerce refuses the call as invalid.', { kind: 'invalid', outcome: 'notDone' });
  return new AdapterError('BigCommerce failed.', { kind: 'unavailable', outcome: open });
}

function toMissing(path: string): string {
  const permission = findPermission(path);
  return permission === null
    ? 'The API account may not do this, or the plan of the store does not cover it.'
    : `The API account lacks a permission: ${permission}. An account's permissions cannot be changed; make another one.`;
}

/** No connection came about, so nothing can have been done. */
const unreached: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** A call that ended without an answer. What the error says is not passed on: it may hold the address, and the token. */
export function toNetworkError(error: unknown, open: OpenOutcome): AdapterError {
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden;
  const isUnreached = listCodes(error).some((code) => unreached.has(code) || isCertificateError(code));
  return isUnreached
    ? new AdapterError('BigCommerce cannot be reached.', { kind: 'unavailable', outcome: 'notDone' })
    : new AdapterError('BigCommerce did not answer in time, or broke off.', { kind: 'unavailable', outcome: open });
}

/** Of the error and of what caused it: the client wraps what `fetch` throws, which wraps what the socket says. */
function listCodes(error: unknown, depth = 4): readonly unknown[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  return [code, ...listCodes(cause, depth - 1)];
}

function isCertificateError(code: unknown): boolean {
  return typeof code === 'string' && /^(CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(code);
}
