import { createHash } from 'node:crypto';
import {
  AdapterError,
  findForbiddenAddress,
  type AdapterContext,
  type AdapterErrorKind,
} from '@regulars/adapter-contracts';
import { toIsoString, toInstant } from '@regulars/core/shared';
import type { WebhookConfig } from './config.ts';
import { toSignedHeaders } from './signature.ts';

/** What is asked of the shop's system. */
type CallbackType = 'ping' | 'discount.create' | 'discount.find' | 'discount.delete';

/** Asks the shop's system and gives back its JSON answer. Throws `AdapterError` only. */
export type Callback = (type: CallbackType, data: object) => Promise<unknown>;

/** Requests that change something; the others leave the world as it was, however they end. */
const writing: ReadonlySet<CallbackType> = new Set<CallbackType>(['discount.create', 'discount.delete']);

/**
 * Signed requests to the connection's `callbackUrl`, in the envelope and with the signature that incoming events have.
 *
 * @throws AdapterError `misconfigured`, from each call, where there is no callback or it is on plain http.
 */
export function createCallback({ callbackUrl, callbackSecret }: WebhookConfig, context: AdapterContext): Callback {
  return async (type, data) => {
    if (callbackUrl === undefined || callbackSecret === undefined) {
      throw new AdapterError('This connection has no callback, so nothing can be asked of the shop.', {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    }
    if (!callbackUrl.startsWith('https:') && !context.allowPrivateNetwork) {
      throw new AdapterError('callbackUrl must be reached by https.', { kind: 'misconfigured', outcome: 'notDone' });
    }
    const open = writing.has(type) ? 'unknown' : 'notDone';
    // The same request has the same id, so that the shop can answer a repetition with what it did the first time.
    const id = `${type}:${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 32)}`;
    const nowMs = Date.now();
    const body = JSON.stringify({ spec: '1', id, type, occurredAt: toIsoString(toInstant(nowMs)), data });
    const headers = {
      ...toSignedHeaders(callbackSecret, id, Math.floor(nowMs / 1000), body),
      'content-type': 'application/json',
      'idempotency-key': id,
    };
    const { status, headers: answered, text } = await post(callbackUrl, headers, body, context, open);
    if (status < 200 || status > 299) throw toStatusError(status, answered, open);
    return readJson(text, open);
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  { fetch = globalThis.fetch, timeoutMs }: AdapterContext,
  open: 'notDone' | 'unknown',
): Promise<Answer> {
  try {
    // A redirected POST would become a GET and look like success.
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    return { status: response.status, headers: response.headers, text: await response.text() };
  } catch (error) {
    throw toNetworkError(error, open);
  }
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

/** What the error says is not passed on: it may hold the address. */
function toNetworkError(error: unknown, open: 'notDone' | 'unknown'): AdapterError {
  const forbidden = findForbiddenAddress(error);
  if (forbidden !== null) return forbidden.naming('callbackUrl');
  const { code, cause } = (typeof error === 'object' && error !== null ? error : {}) as {
    readonly code?: unknown;
    readonly cause?: { readonly code?: unknown } | null;
  };
  if (unreached.has(cause?.code ?? code))
    return new AdapterError('The callback cannot be reached.', { kind: 'unavailable', outcome: 'notDone' });
  return new AdapterError('The callback did not answer in time, or broke off.', { kind: 'unavailable', outcome: open });
}

const kinds: Readonly<Record<number, AdapterErrorKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'misconfigured',
  410: 'misconfigured',
};

function toStatusError(status: number, headers: Headers, open: 'notDone' | 'unknown'): AdapterError {
  if (status === 429) {
    const retryAfterS = Number(headers.get('retry-after'));
    const wish = Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterMs: retryAfterS * 1000 } : {};
    return new AdapterError('The callback asks for fewer calls.', { kind: 'rateLimited', outcome: 'notDone', ...wish });
  }
  if (status >= 500) return new AdapterError('The callback failed.', { kind: 'unavailable', outcome: open });
  const kind = kinds[status] ?? (status < 400 ? 'misconfigured' : 'invalid');
  return new AdapterError(`The callback refused the request with status ${status}.`, { kind, outcome: 'notDone' });
}

function readJson(body: string, open: 'notDone' | 'unknown'): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new AdapterError("The callback's answer is not JSON.", { kind: 'unavailable', outcome: open });
  }
}
