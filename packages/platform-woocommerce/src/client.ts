import { AdapterError, type AdapterContext } from '@regulars/adapter-contracts';
import WooCommerceRestApiModule, { type IWooCommerceRestApiOptions } from '@woocommerce/woocommerce-rest-api';
import type { WooCommerceConfig } from './config.ts';
import { toAdapterError } from './to-adapter-error.ts';

/** What is used of the official client; its answers are not to be trusted yet. */
interface RestApi {
  get(endpoint: string, query: Readonly<Record<string, string>>): Promise<{ readonly data: unknown }>;
  post(endpoint: string, body: object): Promise<{ readonly data: unknown }>;
  delete(endpoint: string, query: Readonly<Record<string, string>>): Promise<{ readonly data: unknown }>;
}

/** CommonJS seen from an ES module: the class is the `default` of the default. */
const clientModule = WooCommerceRestApiModule as unknown as { readonly default?: unknown };
const RestApiClass = (clientModule.default ?? clientModule) as new (options: IWooCommerceRestApiOptions) => RestApi;

/** The store's REST API. Every method throws `AdapterError` only. */
export interface WooCommerceClient {
  get(endpoint: string, query?: Readonly<Record<string, string>>): Promise<object>;
  post(endpoint: string, body: object): Promise<object>;
  delete(endpoint: string, query: Readonly<Record<string, string>>): Promise<object>;
}

/** Reaches a store. Over https the key goes as Basic, over http as an OAuth 1.0a signature; WooCommerce wants it so. */
export function createClient(config: WooCommerceConfig, context: AdapterContext): WooCommerceClient {
  async function call(
    effect: 'reads' | 'writes',
    work: (api: RestApi) => Promise<{ readonly data: unknown }>,
  ): Promise<object> {
    const { url, key, secret } = config;
    if (url === undefined || key === undefined || secret === undefined) {
      throw new AdapterError("The store's address and an API key are needed for this.", {
        kind: 'misconfigured',
        outcome: 'notDone',
      });
    }
    // By https nothing in a private network can be reached: it has no certificate for the name it was called by.
    if (!url.startsWith('https:') && !context.allowPrivateNetwork) {
      throw new AdapterError('The store must be reached by https.', { kind: 'misconfigured', outcome: 'notDone' });
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
      axiosConfig: { maxRedirects: 0, maxContentLength: 10_000_000, signal },
    });
    let data: unknown;
    try {
      ({ data } = await work(api));
    } catch (error) {
      throw toAdapterError(error, effect);
    }
    // A notice that PHP printed before the JSON leaves a string, and the client says nothing.
    if (typeof data === 'object' && data !== null) return data;
    const outcome = effect === 'writes' ? 'unknown' : 'notDone';
    throw new AdapterError("The store's answer is not JSON.", { kind: 'unavailable', outcome });
  }

  return {
    get: (endpoint, query = {}) => call('reads', (api) => api.get(endpoint, query)),
    post: (endpoint, body) => call('writes', (api) => api.post(endpoint, body)),
    delete: (endpoint, query) => call('writes', (api) => api.delete(endpoint, query)),
  };
}
