import { readFileSync } from 'node:fs';
import { toShopifyDelivery } from '@regulars/adapter-testkit';
import { sql } from 'kysely';
import { toInstant } from '@regulars/core/shared';
import { shopify, type ShopifyConfig } from '@regulars/platform-shopify';
import { createCartLanes } from '../src/customers/carts/jobs.ts';
import { insertDeliveries, toDeliveryId } from '../src/intake/insert-deliveries.ts';
import { askCustomers } from './ask-customers.ts';
import type { OpenTestDatabase } from './open-test-database.ts';
import { createOrderIntake } from './order-intake.ts';

type Body = Readonly<Record<string, unknown>>;

/** Shopify's own example of a webhook. */
function readExample(topic: 'checkouts.create' | 'orders.create'): Body {
  const url = new URL(`../../../packages/platform-shopify/test/fixtures/webhooks/${topic}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as { readonly body: Body }).body;
}

const clientSecret = 'shpss_0123456789';
const config: ShopifyConfig = { domain: 'fake-shop.myshopify.com', clientSecret, currency: 'USD' };
const email = 'ada@buyer.test';

export type CartWorld = Awaited<ReturnType<typeof openCartWorld>>;

/** A Shopify store that tells of Ada's checkouts and orders, and the lanes that carts have. */
export async function openCartWorld(opened: OpenTestDatabase) {
  const { database, clock } = opened;
  const intake = await createOrderIntake(opened, shopify, { config });
  const { storeId, connectionId } = intake;
  const ask = askCustomers(intake);
  const now = () => database.withStore(storeId, async (_tx, at) => at);
  const ago = async (ms: number) => new Date((await now()) - ms).toISOString();

  async function receive(topic: string, payload: Body): Promise<void> {
    const { headers, body } = toShopifyDelivery({ topic, payload, secret: clientSecret, domain: config.domain });
    const request = { headers, body: Buffer.from(body) };
    const verdict = shopify.verifyWebhook(request, { secrets: [clientSecret] }, toInstant(Date.now()));
    if (verdict.kind !== 'verified') throw new Error(`${topic} is ${verdict.kind}`);
    const { dedupeKey, ...webhook } = verdict.webhook;
    const id = toDeliveryId(connectionId, dedupeKey);
    await insertDeliveries(database, [
      { storeId, id, connectionId, purpose: 'platform', adapterId: 'shopify', ...webhook },
    ]);
    await intake.work();
  }
  const run = async (name: 'abandon-carts' | 'forget-carts'): Promise<number> => {
    const lane = createCartLanes({ database }).find((each) => each.name === `customers.${name}`);
    if (lane === undefined) throw new Error(name);
    const due = await database.withStores([storeId], (tx) => lane.listDueStores(tx));
    return due.length === 0 ? 0 : lane.work(storeId);
  };

  return {
    storeId,
    query: intake.query,
    ask,
    now,
    ago,
    receive,
    /** Ada's checkout, with consent unless it is changed. */
    checkout: async (change: Body = {}): Promise<void> =>
      receive('checkouts/update', {
        ...readExample('checkouts.create'),
        id: 7,
        customer: null,
        email,
        buyer_accepts_marketing: true,
        abandoned_checkout_url: 'https://fake-shop.test/checkouts/7/recover?key=k',
        created_at: await ago(0),
        updated_at: await ago(0),
        completed_at: null,
        ...change,
      }),
    order: async (change: Body = {}): Promise<void> =>
      receive('orders/create', {
        ...readExample('orders.create'),
        id: 11,
        customer: null,
        email,
        contact_email: email,
        created_at: await ago(0),
        processed_at: await ago(0),
        updated_at: await ago(0),
        cancelled_at: null,
        financial_status: 'paid',
        test: false,
        ...change,
      }),
    redact: () =>
      receive('customers/redact', { shop_domain: config.domain, customer: { id: 1, email }, orders_to_redact: [] }),
    abandon: () => run('abandon-carts'),
    forget: () => run('forget-carts'),
    pass: (ms: number) => void (clock.shiftMs += ms),
    told: async () => (await ask.kinds()).filter((kind) => kind.startsWith('cart')),
    carts: () =>
      intake.query(sql<{ settledAs: string | null; hasOrder: boolean; isForgotten: boolean }>`
        select settled_as as "settledAs", order_id is not null as "hasOrder", contents is null as "isForgotten"
        from cart order by started_at`),
  };
}
