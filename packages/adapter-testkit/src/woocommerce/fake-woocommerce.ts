import type { Answer, Fault, FaultTarget } from '../upstream/fault.ts';
import { startHttpUpstream, type ReceivedRequest } from '../upstream/http-upstream.ts';
import { authenticate, type StoreKey } from './authenticate.ts';
import { createCoupon, deleteCoupon, findCoupons, type FakeCoupon } from './coupons.ts';
import { deliverPing, deliverWebhook, type HookAnswer, type WooWebhook } from './deliver-webhook.ts';
import { listOrders, type FakeOrder, type OrderStorage } from './orders.ts';
import { restAnswer, restError } from './rest-answer.ts';

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

/** A WooCommerce store as far as coupons, counts of orders, access and webhooks need one, over plain http with OAuth 1.0a. */
export interface FakeWooCommerce {
  readonly url: string;
  readonly key: string;
  readonly secret: string;
  readonly webhookSecret: string;
  /** What the shop has now, oldest first; `usage_count` may be raised by a test. */
  readonly coupons: readonly FakeCoupon[];
  readonly requests: readonly ReceivedRequest[];
  /** Puts an order into the shop, as if somebody had placed it. */
  addOrder(order: Omit<FakeOrder, 'id'>): FakeOrder;
  fail(fault: Fault, target?: FaultTarget): void;
  /** Posts a webhook as the store would, signed with the fake's secret unless told. */
  deliverWebhook(webhook: Omit<WooWebhook, 'secret'> & { readonly secret?: string }): Promise<HookAnswer>;
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
  const seenNonces = new Set<string>();

  function handle(request: ReceivedRequest): Answer {
    const refusal = authenticate(request, upstream.url + request.path, storeKey, seenNonces, Date.now() / 1000);
    if (refusal !== null) return refusal;
    const query = new Map(request.query);
    const path = request.path.startsWith(root) ? request.path.slice(root.length) : '';
    const couponId = /^\/coupons\/(\d+)$/.exec(path)?.[1];
    if (request.method === 'GET' && path === '/data/currencies/current') {
      return restAnswer(200, { code: options.currency ?? 'EUR', name: 'Currency', symbol: '&curren;' });
    }
    if (request.method === 'GET' && path === '/orders')
      return listOrders({ orders, storage: options.orderStorage ?? 'tables', offsetMs }, query);
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
  return {
    url: upstream.url,
    key: storeKey.key,
    secret: storeKey.secret,
    webhookSecret,
    coupons,
    requests: upstream.requests,
    addOrder: (order) => {
      const added = { id: 1_000 + orders.length, ...order };
      orders.push(added);
      return added;
    },
    fail: upstream.fail,
    deliverWebhook: (webhook) => deliverWebhook({ secret: webhookSecret, ...webhook }),
    deliverPing: (hookUrl) => deliverPing(hookUrl, 1),
    close: upstream.close,
  };
}

function readJson(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
