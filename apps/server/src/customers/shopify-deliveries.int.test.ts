import { readFileSync } from 'node:fs';
import { toShopifyDelivery } from '@regulars/adapter-testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toInstant } from '@regulars/core/shared';
import { shopify, type ShopifyConfig } from '@regulars/platform-shopify';
import { askCustomers } from '../../test-support/ask-customers.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createOrderIntake, type OrderIntake } from '../../test-support/order-intake.ts';
import { insertDeliveries, toDeliveryId } from '../intake/insert-deliveries.ts';

const clientSecret = 'shpss_0123456789';
const config: ShopifyConfig = { domain: 'fake-shop.myshopify.com', clientSecret, currency: 'USD' };

type Body = Readonly<Record<string, unknown>>;

/** The official examples of Shopify's resources, whose JSON is that of its webhooks. */
function readExample(name: 'order' | 'customer' | 'product' | 'refund'): Body {
  const url = new URL(`../../../../packages/platform-shopify/test/fixtures/rest-2026-07/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, 'utf8')) as Readonly<Record<string, Body>>)[name] ?? {};
}

const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T10:00:00Z`;
const order: Body = { ...readExample('order'), created_at: at(1), processed_at: at(1), refunds: [] };
const placed: Body = { ...order, financial_status: 'pending', updated_at: at(1) };
const paid: Body = { ...order, financial_status: 'paid', updated_at: at(2) };
const refund: Body = { ...readExample('refund'), created_at: at(4), processed_at: at(4) };
const refunded: Body = { ...order, financial_status: 'partially_refunded', refunds: [refund], updated_at: at(4) };
const guest: Body = {
  ...order,
  id: 450789470,
  admin_graphql_api_id: 'gid://shopify/Order/450789470',
  name: '#1002',
  email: 'guest@buyer.test',
  contact_email: 'guest@buyer.test',
  customer: null,
  financial_status: 'paid',
  updated_at: at(3),
};

const story: readonly (readonly [topic: string, body: Body])[] = [
  ['products/create', { ...readExample('product'), updated_at: at(1) }],
  ['customers/create', { ...readExample('customer'), created_at: at(1), updated_at: at(1) }],
  ['orders/create', placed],
  ['orders/paid', paid],
  [
    'customers_email_marketing_consent/update',
    {
      customer_id: 207119551,
      email_address: 'bob.norman@mail.example.com',
      email_marketing_consent: { state: 'subscribed', consent_updated_at: at(3) },
    },
  ],
  ['orders/create', guest],
  ['refunds/create', refund],
  ['orders/updated', refunded],
  [
    'checkouts/create',
    { id: 7, currency: 'USD', total_price: '1.00', created_at: at(5), updated_at: at(5), line_items: [] },
  ],
  ['orders/edited', { order_edit: { order_id: 450789469 } }],
];

let opened: OpenTestDatabase;
let intake: OrderIntake;
let ask: ReturnType<typeof askCustomers>;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  intake = await createOrderIntake(opened, shopify, { config });
  ask = askCustomers(intake);
});

/** Signs as Shopify does, checks the signature and keeps the delivery as intake does. */
async function receive(...told: typeof story): Promise<void> {
  const { storeId, connectionId } = intake;
  for (const [topic, payload] of told) {
    const { headers, body } = toShopifyDelivery({ topic, payload, secret: clientSecret, domain: config.domain });
    const request = { headers, body: Buffer.from(body) };
    const verdict = shopify.verifyWebhook(request, { secrets: [clientSecret] }, toInstant(Date.now()));
    if (verdict.kind !== 'verified') throw new Error(`${topic} is ${verdict.kind}`);
    const { dedupeKey, ...webhook } = verdict.webhook;
    const id = toDeliveryId(connectionId, dedupeKey);
    const delivery = { storeId, id, connectionId, purpose: 'platform', adapterId: 'shopify', ...webhook } as const;
    await insertDeliveries(opened.database, [delivery]);
  }
  await intake.workForADay();
}

describe('what a Shopify store tells', () => {
  const expected = async () => {
    expect(await ask.customers()).toEqual([
      { email: 'bob.norman@mail.example.com', orders: 1, consent: 'subscribed' },
      { email: 'guest@buyer.test', orders: 1, consent: 'unknown' },
    ]);
    expect(await ask.orders()).toMatchObject([
      { externalId: '450789469', status: 'partially_refunded', refunded: 20900, coupons: ['tenoff'] },
      { externalId: '450789470', status: 'paid', refunded: 0 },
    ]);
    const states = await ask.states();
    expect(states.filter(([state]) => state === 'poison' || state === 'received')).toEqual([]);
    expect(states).toContainEqual(['ignored', 'checkout.nobody']);
  };

  it('becomes the right customers, orders and refunds', async () => {
    await receive(...story);
    await expected();
  });

  it('does so in reverse, too, and when all of it comes again', async () => {
    await receive(...story.toReversed());
    await expected();
    await receive(...story);
    await intake.query(sql`update delivery set state = 'received'`);
    await intake.workForADay();
    await expected();
  });

  it('is forgotten of a person whom Shopify has erased; the amounts stay', async () => {
    await receive(...story);
    const customer = { id: 207119551, email: 'bob.norman@mail.example.com' };
    await receive(['customers/redact', { shop_domain: config.domain, customer, orders_to_redact: [450789469] }]);
    expect((await ask.customers()).map(({ email }) => email)).toEqual(['guest@buyer.test', null]);
    expect((await ask.orders()).map(({ status }) => status)).toEqual(['partially_refunded', 'paid']);
  });
});
