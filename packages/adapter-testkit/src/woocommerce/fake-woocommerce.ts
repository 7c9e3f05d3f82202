import type { Answer, Fault, FaultTarget } from '../upstream/fault.ts';
import { startHttpUpstream, type ReceivedRequest } from '../upstream/http-upstream.ts';
import { authenticate, type StoreKey } from './authenticate.ts';
import { createCoupon, deleteCoupon, findCoupons, type FakeCoupon } from './coupons.ts';
import { deliverPing, deliverWebhook, type HookAnswer, type WooWebhook } from './deliver-webhook.ts';
import { denyKey, grantKey, type KeyGrant } from './grant-key.ts';
import { listRows, type ListRules, type Query } from './list-rows.ts';
import { ordersIn, type OrderStorage } from './orders.ts';
import { restAnswer, restError } from './rest-answer.ts';
import { toCustomerRow, toOrderRow, toProductRow, type FakeOrder, type FakeWooRow, type Wanted } from './rows.ts';
import { openWebhookDesk, type FakeWooWebhook } from './webhooks.ts';

export interface FakeWooCommerceOptions {
  readonly key?: string;
  readonly secret?: string;
  readonly permission?: StoreKey['permission'];
  readonly currency?: string;
  readonly webhookSecret?: string;
  /** How far the shop's clock is ahead of UTC, in minutes; Berlin in winter unless told. */
  readonly offsetMinutes?: number;
  /** `tables` unless told. */
  readonly orderStorage?: OrderStorage;
}

/** A WooCommerce store as far as an adapter needs one, over plain http with OAuth 1.0a. */
export interface FakeWooCommerce {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly webhookSecret: string;
  /** Plays the merchant who allows an app at this address; nothing is posted yet. */
  grantKey(authorizeUrl: string): KeyGrant;
  /** The same for one who does not; tells where the store sends them then. */
  denyKey(authorizeUrl: string): string;
  /** What the shop has now, oldest first; `usage_count` may be raised by a test. */
  readonly coupons: readonly FakeCoupon[];
  readonly requests: readonly ReceivedRequest[];
  /** What is registered, in use or not. */
  readonly webhooks: readonly FakeWooWebhook[];
  /** Registers a webhook as somebody else may have done. */
  addWebhook(webhook: { readonly topic: string; readonly delivery_url: string }): FakeWooWebhook;
  /** Deletes the webhooks of a topic, as somebody may do in the administration. */
  removeWebhooks(topic: string): void;
  /** Puts an order into the shop, as if somebody had placed it. */
  addOrder(order: Wanted<FakeOrder> & { readonly status: string }): FakeOrder;
  /** Changes an order, at the time that is given. */
  changeOrder(id: number, changes: Partial<FakeOrder> & { readonly date_modified_gmt: string }): void;
  /** Gives a part of an order back; the order's total stays as it was. */
  addRefund(orderId: number, refund: { readonly amount: string; readonly date_created_gmt: string }): void;
  addCustomer(customer: Wanted<FakeWooRow>): FakeWooRow;
  /** Deletes a customer for good, as the administration does. */
  removeCustomer(id: number): void;
  addProduct(product: Wanted<FakeWooRow>): FakeWooRow;
  fail(fault: Fault, target?: FaultTarget): void;
  /** Posts a webhook as the store would, signed with the fake's secret unless told. */
  deliverWebhook(webhook: Omit<WooWebhook, 'secret'> & { readonly secret?: string }): Promise<HookAnswer>;
  /** Delivers to the registered webhooks of the topic, which are disabled when nobody answers too often. */
  announce(topic: string, payload: unknown): Promise<readonly HookAnswer[]>;
  /** Posts the unsigned ping of a webhook's creation. */
  deliverPing(hookUrl: string): Promise<HookAnswer>;
  close(): Promise<void>;
}

const root = '/wp-json/wc/v3';

/**
 * Starts a fake store.
 *
 * @example
 * ```ts
 * const store = await startFakeWooCommerce();
 * store.fail({ kind: 'resetAfter' }, { method: 'POST' }); // the coupon is made, and nobody is told
 * ```
 */
export async function startFakeWooCommerce(options: FakeWooCommerceOptions = {}): Promise<FakeWooCommerce> {
  const storeKey: StoreKey = {
    key: options.key ?? 'ck_0123456789abcdef0123456789abcdef01234567',
    secret: options.secret ?? 'cs_0123456789abcdef0123456789abcdef01234567',
    permission: options.permission ?? 'read_write',
  };
  const webhookSecret = options.webhookSecret ?? 'webhook-secret-0123456789';
  const offsetMs = (options.offsetMinutes ?? 60) * 60_000;
  const coupons: FakeCoupon[] = [];
  const orders: FakeOrder[] = [];
  const refunds: FakeWooRow[] = [];
  const customers: FakeWooRow[] = [];
  const products: FakeWooRow[] = [];
  const seenNonces = new Set<string>();
  const storage = options.orderStorage ?? 'tables';

  /** The lists there are, and what can be asked of them; null for any other path. */
  function list(path: string, query: Query): Answer | null {
    const url = `${upstream.url}${root}${path}`;
    const dated: ListRules = {
      orderings: ['date', 'id', 'modified'],
      defaultOrder: 'desc',
      hasDates: true,
      offsetMs,
      url,
    };
    const orderId = /^\/orders\/(\d+)\/refunds$/.exec(path)?.[1];
    if (path === '/orders') return listRows(ordersIn(orders, storage, query.get('status')), query, dated);
    if (path === '/products') return listRows(products, query, dated);
    if (orderId !== undefined) {
      const found = refunds.filter(({ parent_id: parentId }) => String(parentId) === orderId);
      return listRows(found, query, dated);
    }
    if (path !== '/customers') return null;
    const role = query.get('role') ?? 'customer';
    const found = customers.filter((customer) => role === 'all' || customer['role'] === role);
    return listRows(found, query, { ...dated, orderings: ['name', 'id'], defaultOrder: 'asc', hasDates: false });
  }

  async function handle(request: ReceivedRequest): Promise<Answer> {
    const refusal = authenticate(request, upstream.url + request.path, storeKey, seenNonces, Date.now() / 1000);
    if (refusal !== null) return refusal;
    const query = new Map(request.query);
    const path = request.path.startsWith(root) ? request.path.slice(root.length) : '';
    const couponId = /^\/coupons\/(\d+)$/.exec(path)?.[1];
    if (request.method === 'GET' && path === '/data/currencies/current') {
      return restAnswer(200, { code: options.currency ?? 'EUR', name: 'Currency', symbol: '&curren;' });
    }
    const webhookPath = /^\/webhooks(?:\/(\d+))?$/.exec(path);
    if (webhookPath !== null) {
      const { method, body } = request;
      return desk.answer({ method, id: webhookPath[1], query, wanted: readJson(body) });
    }
    const listed = request.method === 'GET' ? list(path, query) : null;
    if (listed !== null) return listed;
    if (request.method === 'GET' && path === '/coupons') return findCoupons(coupons, query.get('code'));
    if (request.method === 'POST' && path === '/coupons') {
      const wanted = readJson(request.body);
      return wanted === null
        ? restError(400, 'rest_invalid_json', 'Invalid JSON body passed.')
        : createCoupon(coupons, wanted, offsetMs);
    }
    if (request.method === 'DELETE' && couponId !== undefined) return deleteCoupon(coupons, couponId);
    return restError(404, 'rest_no_route', 'No route was found matching the URL and request method.');
  }

  const upstream = await startHttpUpstream(handle);
  const desk = openWebhookDesk(`${upstream.url}${root}/webhooks`);
  const changeOrder: FakeWooCommerce['changeOrder'] = (id, changes) => {
    const index = orders.findIndex((order) => order.id === id);
    const known = orders[index];
    if (known !== undefined) orders[index] = { ...known, ...changes };
  };
  return {
    url: upstream.url,
    key: storeKey.key,
    secret: storeKey.secret,
    webhookSecret,
    grantKey: (authorizeUrl) => grantKey(upstream.url, storeKey, authorizeUrl),
    denyKey: (authorizeUrl) => denyKey(upstream.url, authorizeUrl),
    coupons,
    requests: upstream.requests,
    webhooks: desk.webhooks,
    addWebhook: desk.add,
    removeWebhooks: desk.remove,
    addOrder: (order) => add(orders, toOrderRow(1_000 + orders.length, order)),
    changeOrder,
    addRefund: (orderId, { amount, date_created_gmt: at }) => {
      const id = 500_000 + refunds.length;
      add(refunds, { id, parent_id: orderId, amount, reason: '', date_created_gmt: at, date_modified_gmt: at });
      const told = orders.find((order) => order.id === orderId)?.['refunds'] as readonly object[];
      const summary = { id, reason: '', total: `-${amount}` };
      changeOrder(orderId, { refunds: [...told, summary], date_modified_gmt: at });
    },
    addCustomer: (customer) => add(customers, toCustomerRow((customers.at(-1)?.id ?? 1) + 1, customer)),
    removeCustomer: (id) => {
      customers.splice(0, customers.length, ...customers.filter((customer) => customer.id !== id));
    },
    addProduct: (product) => add(products, toProductRow(10 + products.length, product)),
    fail: upstream.fail,
    deliverWebhook: (webhook) => deliverWebhook({ secret: webhookSecret, ...webhook }),
    announce: desk.announce,
    deliverPing: (hookUrl) => deliverPing(hookUrl, 1),
    close: upstream.close,
  };
}

function add<Row>(rows: Row[], row: Row): Row {
  rows.push(row);
  return row;
}

function readJson(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
