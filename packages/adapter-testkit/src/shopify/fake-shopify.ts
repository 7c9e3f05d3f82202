import type { Answer, Fault, FaultTarget } from '../upstream/fault.ts';
import { startHttpUpstream, type ReceivedRequest } from '../upstream/http-upstream.ts';
import { allowApp } from './allow-app.ts';
import { answerGraphql, type GraphqlRoots } from './answer-graphql.ts';
import { createBulkOperations, type BulkOperations } from './bulk-operations.ts';
import { keyOf, toConnection, toFilter, type FakeNode } from './connection.ts';
import { deliverShopifyWebhook, type ShopifyWebhook } from './deliver-webhook.ts';
import { toDiscountFields, type FakeShopifyDiscount } from './discounts.ts';
import {
  toCustomerNode,
  toOrderNode,
  toProductNode,
  type FakeShopifyCustomer,
  type FakeShopifyOrder,
  type FakeShopifyProduct,
} from './nodes.ts';
import { createPointBucket } from './point-bucket.ts';
import { toSubscriptionFields, type FakeSubscription } from './subscriptions.ts';
import { createTokenDesk, type TokenDesk } from './tokens.ts';

export interface FakeShopifyOptions {
  readonly domain?: string;
  readonly currency?: string;
  readonly scopes?: readonly string[];
  /** The bucket of points; a plan "Standard" unless told. */
  readonly maximumAvailable?: number;
  /** Points a second. */
  readonly restoreRate?: number;
  readonly maxQueryCost?: number;
  readonly nowMs?: () => number;
}

/** A Shopify store as far as its Admin API, its tokens and its webhooks are used. */
export interface FakeShopify {
  /** `….myshopify.com`; only `fetch` leads there. */
  readonly domain: string;
  /** Leads calls to the store's permanent address, and to its files, here; it refuses all others. */
  readonly fetch: typeof globalThis.fetch;
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token that does not end. */
  readonly accessToken: string;
  readonly tokens: TokenDesk;
  /** Plays the merchant who installs the app at this address; tells where Shopify sends them then. */
  allowApp(authorizeUrl: string): string;
  readonly discounts: readonly FakeShopifyDiscount[];
  readonly subscriptions: readonly FakeSubscription[];
  /** Its `outcome` may be set by a test. */
  readonly bulk: BulkOperations;
  readonly requests: readonly ReceivedRequest[];
  addOrder(order: FakeShopifyOrder): string;
  addCustomer(customer: FakeShopifyCustomer): string;
  addProduct(product: FakeShopifyProduct): string;
  /** Removes webhooks without a word, as Shopify does after four hours of failures. */
  loseSubscriptions(topic: string): void;
  /** Spoils the next requests; all operations have one address, so tell them by `body`, e.g. `/mutation/`. */
  fail(fault: Fault, target?: FaultTarget): void;
  deliverWebhook(
    webhook: Omit<ShopifyWebhook, 'secret'> & { readonly secret?: string },
  ): ReturnType<typeof deliverShopifyWebhook>;
  close(): Promise<void>;
}

const allScopes = ['read_orders', 'read_all_orders', 'read_customers', 'read_products', 'write_discounts'];

/**
 * Starts a fake store.
 *
 * @example
 * ```ts
 * const store = await startFakeShopify({ maximumAvailable: 100, restoreRate: 50 }); // THROTTLED comes soon, in a 200
 * store.fail({ kind: 'resetAfter' }, { body: /mutation/ }); // the discount is made, and nobody is told
 * ```
 */
export async function startFakeShopify(options: FakeShopifyOptions = {}): Promise<FakeShopify> {
  const domain = options.domain ?? 'fake-shop.myshopify.com';
  const nowMs = options.nowMs ?? Date.now;
  const clientId = '0123456789abcdef0123456789abcdef';
  const clientSecret = 'shpss_0123456789abcdef0123456789abcdef';
  const accessToken = 'shpat_0123456789abcdef0123456789abcdef';
  const tokens = createTokenDesk({ clientId, clientSecret, staticToken: accessToken, nowMs });
  const bucket = createPointBucket(options.maximumAvailable ?? 2_000, options.restoreRate ?? 100, nowMs);
  const discounts: FakeShopifyDiscount[] = [];
  const subscriptions: FakeSubscription[] = [];
  const orders = createShelf<FakeNode>();
  const customers = createShelf<FakeNode & { readonly email: string }>();
  const products = createShelf<FakeNode>();
  const fileHost = `files.${domain}`;
  const bulk = createBulkOperations(fileHost, orders.list);
  const discountFields = toDiscountFields(discounts);
  const subscriptionFields = toSubscriptionFields(subscriptions);
  const roots: GraphqlRoots = {
    queries: {
      shop: { name: 'Fake shop', currencyCode: options.currency ?? 'USD', myshopifyDomain: domain },
      currentAppInstallation: { accessScopes: (options.scopes ?? allScopes).map((handle) => ({ handle })) },
      orders: toConnection(orders.list),
      order: ({ id }: Readonly<Record<string, unknown>>) => orders.list().find((order) => order.id === id) ?? null,
      ordersCount: ({ query }: Readonly<Record<string, unknown>>) => ({
        count: typeof query === 'string' ? orders.list().filter(toFilter(query)).length : orders.list().length,
        precision: 'EXACT',
      }),
      customers: toConnection(customers.list),
      customerByIdentifier: ({ identifier }: Readonly<Record<string, unknown>>) => {
        const { emailAddress } = identifier as { readonly emailAddress: string };
        return customers.list().find(({ email }) => email.toLowerCase() === emailAddress.toLowerCase()) ?? null;
      },
      products: toConnection(products.list),
      product: ({ id }: Readonly<Record<string, unknown>>) => products.list().find((each) => each.id === id) ?? null,
      ...bulk.queries,
      ...discountFields.queries,
      ...subscriptionFields.queries,
    },
    mutations: { ...bulk.mutations, ...discountFields.mutations, ...subscriptionFields.mutations },
  };

  function handle(request: ReceivedRequest): Answer {
    if (request.method === 'POST' && request.path === '/admin/oauth/access_token')
      return tokens.grant(JSON.parse(request.body.toString('utf8')) as Record<string, unknown>);
    if (request.method === 'GET' && request.path.startsWith('/bulk/')) return bulk.readFile(request.path);
    if (request.method !== 'POST' || !/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(request.path))
      return { status: 404, body: '{"errors":"Not Found"}' };
    if (!tokens.isValid(request.headers['x-shopify-access-token'])) {
      const errors = '[API] Invalid API key or access token (unrecognized login or wrong password)';
      return { status: 401, body: JSON.stringify({ errors }) };
    }
    return answerGraphql(request.body, roots, bucket, options.maxQueryCost ?? 1_000);
  }

  const upstream = await startHttpUpstream(handle);
  return {
    domain,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.host !== domain && url.host !== fileHost) throw new TypeError(`The fake leads to ${domain} only.`);
      return globalThis.fetch(upstream.url + url.pathname + url.search, init);
    },
    clientId,
    clientSecret,
    accessToken,
    tokens,
    allowApp: (url) => allowApp({ domain, clientId, clientSecret, issueCode: tokens.issueCode, nowMs }, url),
    discounts,
    subscriptions,
    bulk,
    requests: upstream.requests,
    addOrder: (order) => orders.add((number) => toOrderNode(number, order)),
    addCustomer: (customer) => customers.add((number) => toCustomerNode(number, customer)),
    addProduct: (product) => products.add((number) => toProductNode(number, product)),
    loseSubscriptions(topic) {
      const lost = new Set(subscriptions.filter((each) => each.topic === topic));
      subscriptions.splice(0, subscriptions.length, ...subscriptions.filter((each) => !lost.has(each)));
    },
    fail: upstream.fail,
    deliverWebhook: (webhook) => deliverShopifyWebhook({ secret: clientSecret, domain, ...webhook }),
    close: upstream.close,
  };
}

/** Nodes in the order in which they were changed. */
function createShelf<Node extends FakeNode>() {
  const nodes: Node[] = [];
  let isSorted = true;
  return {
    list: (): readonly Node[] => {
      if (!isSorted) nodes.sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
      isSorted = true;
      return nodes;
    },
    add: (create: (number: number) => Node): string => {
      const node = create(1_001 + nodes.length);
      nodes.push(node);
      isSorted = false;
      return /\d+$/.exec(node.id)?.[0] ?? node.id;
    },
  };
}
