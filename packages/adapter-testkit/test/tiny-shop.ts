import {
  AdapterError,
  definePlatformAdapter,
  type ExistingDiscountCode,
  type PlatformAdapter,
} from '@regulars/adapter-contracts';
import type { Order } from '@regulars/core/commerce';
import { fail, ok, parseCurrency, toInstant, type CurrencyCode } from '@regulars/core/shared';
import { z } from 'zod';
import type { PlatformHarness, PlatformUpstream, UpstreamOrder } from '../src/conformance/platform-harness.ts';
import { startHttpUpstream, type ReceivedRequest } from '../src/upstream/http-upstream.ts';
import { callTiny } from './tiny-call.ts';
import { tinyWebhooks, verifyTiny } from './tiny-signature.ts';

export interface TinyConfig {
  readonly url: string;
  readonly key: string;
}

const now = toInstant(1_795_300_000_000);
const orderBody = JSON.stringify({ id: 'T-1', grand: 1990, email: 'ada@buyer.test', coupon: 'HELLO' });

function toOrder(wire: {
  readonly id: string;
  readonly grand: number;
  readonly email: string;
  readonly coupon: string;
  readonly at?: number | undefined;
}): Order {
  const at = toInstant(wire.at ?? now);
  const line = {
    externalId: '1',
    productExternalId: null,
    variantExternalId: null,
    sku: null,
    name: 'Thing',
    quantity: 1,
  };
  const person = {
    externalId: null,
    email: wire.email,
    phone: null,
    firstName: null,
    lastName: null,
    locale: null,
    consent: null,
  };
  return {
    externalId: wire.id,
    number: wire.id,
    placedAt: at,
    paidAt: at,
    updatedAt: at,
    status: 'paid',
    platformStatus: 'paid',
    currency: parseCurrency('EUR') as CurrencyCode,
    totals: {
      itemsMinor: wire.grand,
      discountMinor: 0,
      shippingMinor: 0,
      taxMinor: 0,
      grandMinor: wire.grand,
      refundedMinor: 0,
    },
    customer: person,
    billingAddress: null,
    shippingAddress: null,
    lineItems: [
      { ...line, subtotalMinor: wire.grand, discountMinor: 0, taxMinor: 0, categories: [], tags: [], isDigital: null },
    ],
    refunds: [],
    couponCodes: [wire.coupon.toLowerCase()],
    source: null,
    attributes: {},
    isTest: false,
    isRenewal: false,
  };
}

const wireOrder = z.object({
  id: z.string(),
  grand: z.int(),
  email: z.string(),
  coupon: z.string(),
  at: z.int().optional(),
});
const wirePage = z.object({ orders: z.array(wireOrder), next: z.string().nullable() });
const topics = ['order', 'customer'];

/** The smallest adapter that keeps the whole contract; mutants of it show that each clause bites. */
export const tinyShop: PlatformAdapter<TinyConfig> = definePlatformAdapter({
  id: 'tiny-shop',
  displayName: 'Tiny Shop',
  capabilities: {
    discountCodes: true,
    orderCount: true,
    signedTimestamp: true,
    pulls: true,
    hooks: true,
    freeGift: true,
    giftsWithoutMinimumOnly: true,
  },
  configSchema: z.object({ url: z.string(), key: z.string() }),
  verifyWebhook: verifyTiny,
  parseWebhook: ({ body }) => {
    try {
      const read = wireOrder.safeParse(JSON.parse(Buffer.from(body).toString('utf8')));
      if (read.success) return ok([{ kind: 'orderUpserted', order: toOrder(read.data) }]);
    } catch {
      // Told below, like any other body that is no order.
    }
    return fail({ code: 'tiny.invalid', path: '', message: 'This is no order.' });
  },
  connect: ({ url, key }, { timeoutMs }) => ({
    checkAccess: async () => {
      await callTiny(`${url}/codes/none`, key, 'GET', timeoutMs);
      return { storeName: 'Tiny', currency: 'EUR' };
    },
    findDiscountCode: async (code) =>
      (await callTiny(`${url}/codes/${code.toLowerCase()}`, key, 'GET', timeoutMs)) as ExistingDiscountCode | null,
    createDiscountCode: async ({ code, rewardId, discount, minimumSpend }) => {
      if (discount.kind === 'freeShipping' || (discount.kind === 'freeGift' && minimumSpend !== null))
        throw new AdapterError('Not here.', { kind: 'invalid', outcome: 'notDone' });
      const gift = discount.kind === 'freeGift' ? discount.productExternalId : null;
      return (await callTiny(`${url}/codes`, key, 'POST', timeoutMs, { code, rewardId, gift })) as ExistingDiscountCode;
    },
    deleteDiscountCode: async (externalId) => {
      await callTiny(`${url}/codes/${externalId}`, key, 'DELETE', timeoutMs);
    },
    countOrders: async ({ from, until }) =>
      (await callTiny(`${url}/orders/${from}-${until}`, key, 'GET', timeoutMs)) as { readonly orders: number },
    pulls: {
      async *orders({ updatedFrom, cursor }) {
        let next = cursor ?? String(updatedFrom ?? 0);
        for (let isLast = false; !isLast;) {
          const page = wirePage.parse(await callTiny(`${url}/pages/${next}`, key, 'GET', timeoutMs));
          isLast = page.next === null;
          next = page.next ?? '';
          yield {
            events: page.orders.map((order) => ({ kind: 'orderUpserted', order: toOrder(order) })),
            next: page.next,
          };
        }
      },
      customers: async function* () {
        yield { events: [], next: null };
      },
      products: async function* () {
        yield { events: [], next: null };
      },
    },
    hooks: {
      check: async ({ hookUrl }) => {
        const registered = (await callTiny(`${url}/hooks`, key, 'GET', timeoutMs)) as readonly string[];
        return topics.map((topic) => ({
          topic,
          state: registered.includes(`${topic} ${hookUrl}`) ? ('active' as const) : ('missing' as const),
        }));
      },
      async repair(target) {
        const lacking = ((await this.check(target)) ?? []).filter(({ state }) => state !== 'active');
        for (const { topic } of lacking)
          await callTiny(`${url}/hooks`, key, 'POST', timeoutMs, { hook: `${topic} ${target.hookUrl}` });
        return lacking.map(({ topic }) => topic);
      },
    },
    close: async () => undefined,
  }),
});

async function startTinyShop(): Promise<PlatformUpstream<TinyConfig>> {
  const codes: ExistingDiscountCode[] = [];
  const orders: UpstreamOrder[] = [];
  const hooks: string[] = [];
  const gifts = new Map<string, string>();
  const key = 'key-of-the-tiny-shop';
  const upstream = await startHttpUpstream(({ method, path, headers, body }: ReceivedRequest) => {
    if (headers['x-key'] !== key) return { status: 401 };
    const name = path.split('/')[2] ?? '';
    if (path.startsWith('/orders/')) return { status: 200, body: JSON.stringify({ orders: count(orders, name) }) };
    if (path.startsWith('/pages/')) return { status: 200, body: JSON.stringify(toPage(orders, name)) };
    if (path === '/hooks') {
      if (method === 'POST') hooks.push((JSON.parse(body.toString('utf8')) as { readonly hook: string }).hook);
      return { status: 200, body: JSON.stringify(hooks) };
    }
    if (method === 'GET')
      return { status: 200, body: JSON.stringify(codes.find(({ code }) => code.toLowerCase() === name) ?? null) };
    if (method === 'DELETE') {
      codes.splice(0, codes.length, ...codes.filter(({ externalId }) => externalId !== name));
      return { status: 200, body: '{}' };
    }
    const { code, rewardId, gift } = JSON.parse(body.toString('utf8')) as Record<'code' | 'rewardId' | 'gift', string>;
    if (codes.some((existing) => existing.code.toLowerCase() === code.toLowerCase())) return { status: 409 };
    const made = { externalId: String(codes.length + 1), code, rewardId, timesUsed: 0 };
    codes.push(made);
    gifts.set(code, gift);
    return { status: 201, body: JSON.stringify(made) };
  });
  return {
    config: { url: upstream.url, key },
    wrongConfig: { url: upstream.url, key: 'wrong-key-of-the-tiny-shop' },
    secrets: [key, 'wrong-key-of-the-tiny-shop'],
    addProduct: () => 'mug',
    giftOf: (code) => gifts.get(code) ?? null,
    listCodes: () => codes.map(({ code }) => code),
    addOrders: (more) => {
      orders.push(...more);
    },
    failNextWrite: (fault) => {
      upstream.fail(fault, { method: 'POST' });
    },
    failNextRead: upstream.fail,
    countHooks: () => hooks.length,
    loseHook: () => {
      hooks.pop();
    },
    close: upstream.close,
  };
}

/** Orders from a time on, or after one of them: the time, a dash, how many are done with. */
function toPage(orders: readonly UpstreamOrder[], start: string): z.input<typeof wirePage> {
  const [from = 0, done = 0] = start.split('-').map(Number);
  const found = orders.filter(({ placedAt, kind }) => kind === 'order' && placedAt >= from);
  const page = found.slice(done, done + 100).map(({ placedAt }, index) => ({
    id: `T-${placedAt}-${done + index}`,
    grand: 1990,
    email: 'ada@buyer.test',
    coupon: '',
    at: placedAt,
  }));
  return { orders: page, next: done + 100 < found.length ? `${from}-${done + 100}` : null };
}

/** How many were placed within a span as the shop writes it: from, a dash, until. */
function count(orders: readonly UpstreamOrder[], span: string): number {
  const [from = 0, until = 0] = span.split('-').map(Number);
  return orders.filter(({ placedAt, kind }) => kind === 'order' && placedAt >= from && placedAt < until).length;
}

export function tinyShopHarness(adapter: PlatformAdapter<TinyConfig>): PlatformHarness<TinyConfig> {
  return {
    adapter,
    config: { url: 'http://127.0.0.1:9', key: 'k' },
    webhooks: tinyWebhooks(
      [
        { topic: 'order', body: orderBody },
        { topic: 'order', body: orderBody.replace('T-1', 'T-2') },
      ],
      now,
    ),
    orderSample: { topic: 'order', body: orderBody },
    startUpstream: startTinyShop,
  };
}
