import { createHash } from 'node:crypto';
import { AdapterError, type AdapterContext, type AdapterErrorKind } from '@regulars/adapter-contracts';
import { toIsoString, toInstant } from '@regulars/core/shared';
import got, { RequestError, type Response } from 'got';
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
    // By https nothing in a private network can be reached: it has no certificate for the name it was called by.
    if (!callbackUrl.startsWith('https:') && !context.allowPrivateNetwork) {
      throw new AdapterError('The callback must be reached by https.', { kind: 'misconfigured', outcome: 'notDone' });
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
    const response = await post(callbackUrl, headers, body, context.timeoutMs, open);
    if (response.statusCode < 200 || response.statusCode > 299) throw toStatusError(response, open);
    return readJson(response.body, open);
  };
}

async function post(
  url: string,
  headers: Record<string, string>,
  body: string,
  timeoutMs: number,
  open: 'notDone' | 'unknown',
): Promise<Response<string>> {
  try {
    return await got.post(url, {
      headers,
      body,
      responseType: 'text',
      timeout: { request: timeoutMs },
      retry: { limit: 0 },
      followRedirect: false,
      throwHttpErrors: false,
    });
  } catch (error) {
    const unreached = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EPROTO'];
    if (error instanceof RequestError && unreached.includes(error.code)) {
      throw new AdapterError('The callback cannot be reached.', { kind: 'unavailable', outcome: 'notDone' });
    }
    throw new AdapterError('The callback did not answer in time, or broke off.', {
      kind: 'unavailable',
      outcome: open,
    });
  }
}

const kinds: Readonly<Record<number, AdapterErrorKind>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'misconfigured',
  410: 'misconfigured',
};

function toStatusError({ statusCode, headers }: Response<string>, open: 'notDone' | 'unknown'): AdapterError {
  if (statusCode === 429) {
    const retryAfterS = Number(headers['retry-after']);
    const wish = Number.isFinite(retryAfterS) && retryAfterS > 0 ? { retryAfterMs: retryAfterS * 1000 } : {};
    return new AdapterError('The callback asks for fewer calls.', { kind: 'rateLimited', outcome: 'notDone', ...wish });
  }
  if (statusCode >= 500) return new AdapterError('The callback failed.', { kind: 'unavailable', outcome: open });
  const kind = kinds[statusCode] ?? (statusCode < 400 ? 'misconfigured' : 'invalid');
  return new AdapterError(`The callback refused the request with status ${statusCode}.`, { kind, outcome: 'notDone' });
}

function readJson(body: string, open: 'notDone' | 'unknown'): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new AdapterError("The callback's answer is not JSON.", { kind: 'unavailable', outcome: open });
  }
}
