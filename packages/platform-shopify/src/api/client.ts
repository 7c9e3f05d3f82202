import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import { createAdminApiClient, type ClientResponse } from '@shopify/admin-api-client';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { ShopifyConfig } from '../config.ts';
import { createAccessToken } from './access-token.ts';
import { createDownload, createSend } from './http-client.ts';
import { apiVersion, type Operation } from './operation.ts';
import { createRateGovernor, type QueryCost } from './rate-governor.ts';
import { toGraphqlError, toStatusError, type OpenOutcome } from './to-adapter-error.ts';

export type Variables = Readonly<Record<string, unknown>>;

/** The store's Admin API. Every call throws `AdapterError` only. */
export interface ShopifyClient {
  call<Data>(operation: Operation<Data>, variables: Variables): Promise<Answer<Data>>;
  /** The lines of a file that Shopify made. */
  download(url: string): AsyncIterable<string>;
  /** Waits as a limit demands. */
  wait(durationMs: number): Promise<void>;
}

export interface Answer<Data> {
  readonly data: Data;
  /** Null when it was not told. */
  readonly cost: QueryCost | null;
}

const wireCost = z.object({
  requestedQueryCost: z.number(),
  throttleStatus: z.object({
    maximumAvailable: z.number(),
    currentlyAvailable: z.number(),
    restoreRate: z.number(),
  }),
});

const wireErrors = z.array(z.object({ extensions: z.object({ code: z.string() }).optional() }));

export function createClient(config: ShopifyConfig, context: AdapterContext): ShopifyClient {
  const send = createSend(context);
  const wait = context.wait ?? ((durationMs: number) => delay(durationMs, undefined));
  const token = createAccessToken(config, { ...context, wait }, send);
  const governor = createRateGovernor();
  const nowMs = (): number => context.now?.() ?? Date.now();

  async function request(operation: Operation<unknown>, variables: Variables, accessToken: string) {
    const open: OpenOutcome = operation.effect === 'writes' ? 'unknown' : 'notDone';
    // The client turns whatever a fetch throws into a text, so what happened is kept beside it.
    const seen: { response?: Response; error?: unknown } = {};
    const client = createAdminApiClient({
      storeDomain: config.domain,
      apiVersion,
      accessToken,
      // THROTTLED comes as a 200 that the client does not try again, and seconds of Retry-After it takes for milliseconds.
      retries: 0,
      logger: (entry) => {
        if (entry.type === 'HTTP-Response-GraphQL-Deprecation-Notice')
          context.log?.({ code: 'shopify.deprecated', message: `${operation.name} uses what Shopify will remove.` });
      },
      customFetchApi: async (url, init) => {
        try {
          seen.response = await send(url, init ?? {}, open);
          return seen.response;
        } catch (error) {
          seen.error = error;
          throw error;
        }
      },
    });
    const answer = await client.request(operation.text, { variables: { ...variables } });
    if (seen.error !== undefined) throw seen.error;
    return { answer, response: seen.response, open };
  }

  async function requestWithToken(operation: Operation<unknown>, variables: Variables) {
    const first = await token.get();
    const answered = await request(operation, variables, first);
    // A refused token means that nothing was done, so asking once more with another one repeats nothing.
    if (answered.response?.status !== 401) return answered;
    const other = await token.renew(first);
    return other === null ? answered : request(operation, variables, other);
  }

  return {
    download: createDownload(context),
    wait,
    async call(operation, variables) {
      const waitMs = limitWait(governor.waitMs(operation.name, nowMs()), context.timeoutMs);
      if (waitMs > 0) await wait(waitMs);
      const { answer, response, open } = await requestWithToken(operation, variables);
      noticeVersion(response, context);
      if (response === undefined || !response.ok)
        throw toStatusError(response?.status ?? 500, response?.headers ?? new Headers(), open);
      const cost = readCost(answer);
      if (cost !== null) governor.learn(operation.name, cost, nowMs());
      const codes = listErrorCodes(answer);
      // Fields the app is not approved for come as null beside the rest, which is all there is to be had.
      const isPartial =
        codes.length > 0 && codes.every((code) => code === 'ACCESS_DENIED') && operation.effect === 'reads';
      const read = operation.data.safeParse(answer.data);
      if (isPartial && read.success)
        context.log?.({ code: 'shopify.field_denied', message: 'Shopify keeps data of customers from the app.' });
      else if (codes.length > 0) throw toGraphqlError(codes, cost, open);
      if (!read.success)
        throw new AdapterError('Shopify answered, but not with what was asked for.', {
          kind: 'unavailable',
          outcome: open,
        });
      return { data: read.data, cost };
    },
  };
}

/** A wait beyond the time of a call is the host's to plan. */
function limitWait(waitMs: number, timeoutMs: number): number {
  if (waitMs <= timeoutMs) return waitMs;
  throw new AdapterError("The store's limit of calls is used up for the moment.", {
    kind: 'rateLimited',
    outcome: 'notDone',
    retryAfterMs: waitMs,
  });
}

function readCost(answer: ClientResponse): QueryCost | null {
  const read = wireCost.safeParse((answer.extensions as { readonly cost?: unknown } | undefined)?.cost);
  return read.success ? read.data : null;
}

function listErrorCodes(answer: ClientResponse): readonly string[] {
  if (answer.errors?.graphQLErrors === undefined) return [];
  const read = wireErrors.safeParse(answer.errors.graphQLErrors);
  return read.success ? read.data.map(({ extensions }) => extensions?.code ?? 'UNKNOWN') : ['UNKNOWN'];
}

/** A version that ran out is answered by the oldest one that did not, without an error. */
function noticeVersion(response: Response | undefined, context: AdapterContext): void {
  const answered = response?.headers.get('x-shopify-api-version');
  if (answered !== null && answered !== undefined && answered !== apiVersion)
    context.log?.({
      code: 'shopify.other_version',
      message: `Shopify answers as version ${answered}, not ${apiVersion}.`,
    });
}
