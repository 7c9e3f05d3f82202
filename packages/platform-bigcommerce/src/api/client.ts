import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import { minuteMs } from '@regulars/core/shared';
import got, { type Response } from 'got';
import { setTimeout as delay } from 'node:timers/promises';
import type { BigCommerceConfig } from '../config.ts';
import { createFetchRequest } from './client-request.ts';
import { createRateGovernor, readQuota } from './rate-governor.ts';
import { toNetworkError, toStatusError, type OpenOutcome } from './to-adapter-error.ts';

export type Query = Readonly<Record<string, string | number>>;

/** The store's REST API, V2 and V3. Paths are below the store, e.g. `v2/orders`. Every call throws `AdapterError` only. */
export interface BigCommerceClient {
  /** Null for an answer without a body: V2 has no empty lists, but a 204. */
  get(path: string, query?: Query): Promise<unknown>;
  /** The same for reading that can wait: a share of the quota is left to others, and a limit is waited for. */
  getUnhurried(path: string, query?: Query): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  put(path: string, body: object): Promise<unknown>;
  delete(path: string, query?: Query): Promise<unknown>;
  /** The same for work of several calls, which end together within the time of one. */
  inOneTime(): BigCommerceClient;
}

const apiUrl = 'https://api.bigcommerce.com/stores';

/** What reading that can wait leaves to the store's other apps, and to the rewards of this one. */
const keptShare = 0.2;

/** How often in a row a page is asked for again that the limit refused. */
const patience = 5;

interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Query | undefined;
  readonly body?: object;
}

export function createClient(
  { storeHash, accessToken }: BigCommerceConfig,
  context: AdapterContext,
): BigCommerceClient {
  const { fetch = globalThis.fetch, timeoutMs } = context;
  const governor = createRateGovernor();
  const nowMs = (): number => context.now?.() ?? Date.now();
  const wait = context.wait ?? ((durationMs: number) => delay(durationMs, undefined));

  async function send(
    { method, path, query, body }: Call,
    open: OpenOutcome,
    signal: AbortSignal,
  ): Promise<Response<string>> {
    const json = body === undefined ? undefined : JSON.stringify(body);
    try {
      return await got(`${apiUrl}/${storeHash}/${path}`, {
        method,
        ...(query === undefined ? {} : { searchParams: { ...query } }),
        ...(json === undefined ? {} : { body: json }),
        // Without `accept`, V2 answers in XML.
        headers: { 'x-auth-token': accessToken, accept: 'application/json', 'content-type': 'application/json' },
        responseType: 'text',
        decompress: false,
        retry: { limit: 0 },
        followRedirect: false,
        throwHttpErrors: false,
        signal,
        request: createFetchRequest(fetch, json, signal),
      });
    } catch (error) {
      throw toNetworkError(error, open);
    }
  }

  async function call(wanted: Call, signal = AbortSignal.timeout(timeoutMs)): Promise<unknown> {
    const open: OpenOutcome = wanted.method === 'GET' ? 'notDone' : 'unknown';
    const { statusCode: status, headers, body } = await send(wanted, open, signal);
    const quota = readQuota(headers);
    if (quota !== null) governor.learn(quota, nowMs());
    if (status < 200 || status > 299) throw toStatusError({ status, headers, path: wanted.path }, open);
    return readJson(body, open);
  }

  async function getUnhurried(path: string, query?: Query): Promise<unknown> {
    for (let refusals = 0; ; refusals += 1) {
      await wait(governor.waitMs(keptShare, nowMs()));
      try {
        return await call({ method: 'GET', path, query });
      } catch (error) {
        if (!isPassingLimit(error) || refusals >= patience) throw error;
        await wait(error.retryAfterMs);
      }
    }
  }

  const toClient = (signal?: AbortSignal): BigCommerceClient => ({
    get: (path, query) => call({ method: 'GET', path, query }, signal),
    getUnhurried,
    post: (path, body) => call({ method: 'POST', path, body }, signal),
    put: (path, body) => call({ method: 'PUT', path, body }, signal),
    delete: (path, query) => call({ method: 'DELETE', path, query }, signal),
    inOneTime: () => toClient(AbortSignal.timeout(timeoutMs)),
  });
  return toClient();
}

function readJson(body: string, open: OpenOutcome): unknown {
  if (body === '') return null;
  try {
    return JSON.parse(body) as unknown;
  } catch {
    throw new AdapterError("BigCommerce's answer is not JSON.", { kind: 'unavailable', outcome: open });
  }
}

/** A longer wait than a minute is the host's to plan: it has the cursor. A limit without a time is the platform's own. */
function isPassingLimit(error: unknown): error is AdapterError & { readonly retryAfterMs: number } {
  return (
    error instanceof AdapterError &&
    error.kind === 'rateLimited' &&
    error.retryAfterMs !== null &&
    error.retryAfterMs <= minuteMs
  );
}
