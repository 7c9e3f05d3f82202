import type { Answer, Fault, FaultTarget } from '../upstream/fault.ts';
import { startHttpUpstream, type ReceivedRequest } from '../upstream/http-upstream.ts';
import { answer, notFound, problem, slicePage, toIds, toPageAsked, toParameters, answerV3Page } from './answers.ts';
import { deliverBigCommerceWebhook, type BigCommerceWebhook } from './deliver-webhook.ts';
import { createHookRoom, type FakeHook } from './hooks.ts';
import type { FakeBigCommerceOrder } from './order-fields.ts';
import { createOrderRoom } from './orders.ts';
import { createPromotionRoom, type FakePromotion } from './promotions.ts';
import { createQuota } from './quota.ts';
import { createRowRoom, type FakeBigCommerceRow } from './rows.ts';

export interface FakeBigCommerceOptions {
  readonly currency?: string;
  /** Those of `allScopes` the API account was given; all of them unless told. */
  readonly scopes?: readonly string[];
  /** Calls in one window; a plan "Standard" unless told. */
  readonly quota?: number;
  readonly windowMs?: number;
  readonly nowMs?: () => number;
  /** BigCommerce itself writes to those who abandon a cart. */
  readonly writesOfCarts?: boolean;
}

/** A BigCommerce store as far as its REST API and its webhooks are used. */
export interface FakeBigCommerce {
  readonly storeHash: string;
  readonly accessToken: string;
  readonly clientSecret: string;
  /** Leads calls to BigCommerce here, and refuses all others. */
  readonly fetch: typeof globalThis.fetch;
  readonly promotions: readonly FakePromotion[];
  readonly hooks: readonly FakeHook[];
  readonly requests: readonly ReceivedRequest[];
  addOrder(order: FakeBigCommerceOrder): number;
  changeOrder(id: number, order: FakeBigCommerceOrder): void;
  addCustomer(row: FakeBigCommerceRow): number;
  addSubscriber(row: FakeBigCommerceRow): number;
  addProduct(row: FakeBigCommerceRow): number;
  addCategory(id: number, name: string): void;
  addCart(cart: Readonly<Record<string, unknown>> & { readonly id: string }): void;
  /** Sets webhooks out of use, as BigCommerce does after two days of failures. */
  disableHooks(scope: string): void;
  fail(fault: Fault, target?: FaultTarget): void;
  deliverWebhook(
    webhook: Omit<BigCommerceWebhook, 'secret'> & { readonly secret?: string | null },
  ): ReturnType<typeof deliverBigCommerceWebhook>;
  close(): Promise<void>;
}

const host = 'api.bigcommerce.com';

/** Which calls each permission of an API account is for. */
const scopePaths: readonly (readonly [scope: string, path: RegExp])[] = [
  ['store_v2_orders_read_only', /^v[23]\/orders/],
  ['store_v2_customers_read_only', /^v3\/customers/],
  ['store_v2_products_read_only', /^v3\/catalog/],
  ['store_v2_marketing', /^v3\/promotions/],
  ['store_cart_read_only', /^v3\/carts/],
  ['store_v2_information_read_only', /^v2\/store/],
];

/**
 * Starts a fake store.
 *
 * @example
 * ```ts
 * const store = await startFakeBigCommerce({ quota: 10 }); // 429 comes soon
 * store.fail({ kind: 'resetAfter' }, { method: 'POST', path: /codes$/ }); // the code is made, and nobody is told
 * ```
 */
export async function startFakeBigCommerce(options: FakeBigCommerceOptions = {}): Promise<FakeBigCommerce> {
  const storeHash = 'abc123';
  const accessToken = 'bctoken_0123456789abcdef';
  const clientSecret = 'bcsecret_0123456789abcdef';
  const quota = createQuota(options.quota ?? 150, options.windowMs ?? 30_000, options.nowMs ?? Date.now);
  const promotions: FakePromotion[] = [];
  const hooks: FakeHook[] = [];
  const orders = createOrderRoom();
  const customers = createRowRoom(11);
  const subscribers = createRowRoom(5);
  const products = createRowRoom(77);
  const categories = new Map<number, string>();
  const carts = new Map<string, object>();
  const answerPromotions = createPromotionRoom(promotions);
  const answerHooks = createHookRoom(hooks);

  function isForbidden(path: string): boolean {
    const needed = scopePaths.find(([, paths]) => paths.test(path))?.[0];
    return needed !== undefined && !(options.scopes ?? scopePaths.map(([scope]) => scope)).includes(needed);
  }

  const numbered: readonly (readonly [RegExp, (id: number, request: ReceivedRequest) => Answer])[] = [
    [/^v2\/orders\/(\d+)$/, (id, request) => orders.get(id, toParameters(request))],
    [/^v2\/orders\/(\d+)\/coupons$/, (id) => orders.coupons(id)],
    [/^v3\/catalog\/products\/(\d+)$/, (id) => toSingle(products.find(id))],
  ];

  const lists: Readonly<Record<string, (request: ReceivedRequest) => Answer>> = {
    'v2/store': () =>
      answer({ name: 'Fake shop', currency: options.currency ?? 'USD', secure_url: 'https://fake-shop.test' }),
    'v2/orders': (request) => orders.list(toParameters(request)),
    'v2/orders/count': (request) => orders.count(toParameters(request)),
    'v3/orders/payment_actions/refunds': (request) => orders.refunds(toParameters(request)),
    'v3/customers': (request) => customers.list(toParameters(request)),
    'v3/customers/subscribers': (request) => subscribers.list(toParameters(request)),
    'v3/catalog/products': (request) => products.list(toParameters(request)),
    'v3/catalog/trees/categories': (request) => {
      const parameters = toParameters(request);
      const ids = [...toIds(parameters.get('category_id:in'))].filter((id) => categories.has(id));
      const rows = ids.map((id) => ({ category_id: id, name: categories.get(id) }));
      return answerV3Page(slicePage(rows, toPageAsked(parameters)), rows.length, toPageAsked(parameters));
    },
    'v3/abandoned-carts/settings': () =>
      answer({ data: { enable_notification: options.writesOfCarts ?? false }, meta: {} }),
  };

  function route(request: ReceivedRequest, path: string): Answer {
    if (request.headers['x-auth-token'] !== accessToken) return problem(401, 'Unauthorized');
    if (isForbidden(path)) return problem(403, 'You do not have the required scope.');
    if (path.startsWith('v3/promotions')) return answerPromotions(request, path);
    if (path.startsWith('v3/hooks')) return answerHooks(request, path);
    if (path.startsWith('v3/carts/')) return toSingle(carts.get(path.slice('v3/carts/'.length)) ?? null);
    const list = lists[path];
    if (list !== undefined) return list(request);
    for (const [pattern, work] of numbered) {
      const id = pattern.exec(path)?.[1];
      if (id !== undefined) return work(Number(id), request);
    }
    return notFound;
  }

  const upstream = await startHttpUpstream((request) => {
    const [, hash, path] = /^\/stores\/([^/]+)\/(.+)$/.exec(request.path) ?? [];
    if (hash !== storeHash || path === undefined) return notFound;
    return quota.spend(() => route(request, path));
  });
  return {
    storeHash,
    accessToken,
    clientSecret,
    fetch: async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      if (url.host !== host) throw new TypeError(`The fake leads to ${host} only.`);
      return globalThis.fetch(upstream.url + url.pathname + url.search, init);
    },
    promotions,
    hooks,
    requests: upstream.requests,
    addOrder: (order) => orders.put(order),
    changeOrder: (id, order) => {
      orders.put(order, id);
    },
    addCustomer: customers.add,
    addSubscriber: subscribers.add,
    addProduct: products.add,
    addCategory: (id, name) => {
      categories.set(id, name);
    },
    addCart: (cart) => {
      carts.set(cart.id, cart);
    },
    disableHooks(scope) {
      for (const hook of hooks) if (hook.scope === scope) hook.is_active = false;
    },
    fail: upstream.fail,
    deliverWebhook: (webhook) => deliverBigCommerceWebhook({ secret: clientSecret, storeHash, ...webhook }),
    close: upstream.close,
  };
}

function toSingle(found: object | null): Answer {
  return found === null ? notFound : answer({ data: found, meta: {} });
}
