import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import WooCommerceRestApiModule, { type IWooCommerceRestApiOptions } from '@woocommerce/woocommerce-rest-api';
import type { WooCommerceConfig } from './config.ts';
import { toAdapterError } from './to-adapter-error.ts';

/** What is used of the official client; its answers are not to be trusted yet. */
interface RestApi {
  get(endpoint: string, query: Readonly<Record<string, string>>): Promise<Answer>;
  post(endpoint: string, body: object): Promise<Answer>;
  delete(endpoint: string, query: Readonly<Record<string, string>>): Promise<Answer>;
}

interface Answer {
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** CommonJS seen from an ES module: the class is the `default` of the default. */
const clientModule = WooCommerceRestApiModule as unknown as { readonly default?: unknown };
const RestApiClass = (clientModule.default ?? clientModule) as new (options: IWooCommerceRestApiOptions) => RestApi;

/** The store's REST API. Every method throws `AdapterError` only. */
export interface WooCommerceClient {
  get(endpoint: string, query?: Readonly<Record<string, string>>): Promise<object>;
  /** One page of a list, and how long the whole list is. */
  getPage(endpoint: string, query: Readonly<Record<string, string>>): Promise<Page>;
  post(endpoint: string, body: object): Promise<object>;
  delete(endpoint: string, query: Readonly<Record<string, string>>): Promise<object>;
}

interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
}

/** Reaches a store. Over https the key goes as Basic, over http as an OAuth 1.0a signature; WooCommerce wants it so. */
export function createClient(config: WooCommerceConfig, context: AdapterContext): WooCommerceClient {
  const { fetch = globalThis.fetch } = context;

  async function call(
    effect: 'reads' | 'writes',
    work: (api: RestApi) => Promise<Answer>,
  ): Promise<Answer & { readonly data: object }> {
    const { url, key, secret } = config;
    if (url === undefined || key === undefined || secret === undefined) {
      throw new AdapterError("The store's address and an API key are needed for this.", {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    }
    if (!url.startsWith('https:') && !context.allowPrivateNetwork) {
      throw new AdapterError('url must be reached by https.', { kind: 'misconfigured', outcome: 'notDone' });
    }
    // The client's own timeout starts anew with every byte received; the signal ends the call in any case.
    const signal = AbortSignal.timeout(context.timeoutMs);
    const api = new RestApiClass({
      url,
      consumerKey: key,
      consumerSecret: secret,
      version: 'wc/v3',
      timeout: context.timeoutMs,
      // A redirected POST would become a GET and look like success.
      axiosConfig: { adapter: 'fetch', env: { fetch }, maxRedirects: 0, maxContentLength: 10_000_000, signal },
    });
    let answer: Answer;
    try {
      answer = await work(api);
    } catch (error) {
      throw toAdapterError(error, effect);
    }
    // A notice that PHP printed before the JSON leaves a string, and the client says nothing.
    const { data, headers } = answer;
    if (typeof data === 'object' && data !== null) return { data, headers };
    const outcome = effect === 'writes' ? 'unknown' : 'notDone';
    throw new AdapterError("The store's answer is not JSON.", { kind: 'unavailable', outcome });
  }

  return {
    get: async (endpoint, query = {}) => (await call('reads', (api) => api.get(endpoint, query))).data,
    getPage: async (endpoint, query) => toPage(await call('reads', (api) => api.get(endpoint, query))),
    post: async (endpoint, body) => (await call('writes', (api) => api.post(endpoint, body))).data,
    delete: async (endpoint, query) => (await call('writes', (api) => api.delete(endpoint, query))).data,
  };
}

function toPage({ data, headers }: Answer): Page {
  const total = headers['x-wp-total'];
  if (Array.isArray(data) && typeof total === 'string' && /^\d+$/.test(total))
    return { items: data as readonly unknown[], total: Number(total) };
  throw new AdapterError('The store does not say how long its list is.', { kind: 'unavailable', outcome: 'notDone' });
}
