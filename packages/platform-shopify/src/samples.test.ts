import { startFakeShopify, type FakeShopify, adapterErrorOf, takePages } from '@regulars/adapter-testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readFixture } from '../test/samples.ts';
import { connectTo, instant } from '../test/store.ts';
import { customerNode } from './operations/customers.ts';
import { orderNode } from './operations/order-node.ts';
import { toEvent } from './pulls/to-event.ts';
import { readGroups } from './pulls/read-groups.ts';

/*
 * Answers made from the 2026-10 schema by graphql-js, so that types and nullability are Shopify's. They ask for other
 * fields than our operations do; what they lack is added as the schema has it when there is nothing to tell.
 */

let store: FakeShopify;
beforeEach(async () => {
  store = await startFakeShopify();
});
afterEach(() => store.close());

const answer = (name: string) => readFixture(`graphql-2026-10/${name}.json`) as { readonly data: never };
const lend = (name: string): void =>
  store.fail({ kind: 'answerInstead', status: 200, body: JSON.stringify(answer(name)) });

interface LooseOrder {
  readonly lineItems: { readonly nodes: readonly object[] };
}

function complete(node: LooseOrder): object {
  const lines = node.lineItems.nodes.map((line) => ({ taxLines: [], ...line }));
  return {
    dutiesIncluded: false,
    originalTotalDutiesSet: null,
    originalTotalAdditionalFeesSet: null,
    totalCashRoundingAdjustment: { paymentSet: { shopMoney: { amount: '0.00' } } },
    fulfillments: [],
    transactions: [],
    shippingLine: null,
    ...node,
    lineItems: { ...node.lineItems, nodes: lines },
  };
}

const orders = (answer('orders-page.response') as { data: { orders: { nodes: readonly LooseOrder[] } } }).data.orders
  .nodes;

const toOrderEvent = (order: LooseOrder) =>
  toEvent('pulled/order', complete(order), { domain: 'my-shop.myshopify.com' });

test('an order of another currency is counted in the shop’s, with what was refunded of it', () => {
  expect(toOrderEvent(orders[0]!)).toMatchObject({
    kind: 'orderUpserted',
    order: {
      externalId: '450789469',
      number: '#1001',
      currency: 'USD',
      status: 'partially_refunded',
      platformStatus: 'partially_refunded fulfilled',
      placedAt: instant('2026-11-01T09:11:10Z'),
      // No payment is told in this answer, so neither is when.
      paidAt: null,
      totals: { discountMinor: 1_000, grandMinor: 60_894, refundedMinor: 20_294 },
      customer: { email: 'bob.norman@mail.example.com', consent: { state: 'subscribed', source: 'checkout' } },
      couponCodes: ['tenoff'],
      refunds: [{ externalId: '509562969', amountMinor: 20_294 }],
      source: { channel: 'web', utm: { source: 'newsletter', medium: 'email', campaign: 'winback' } },
      attributes: { colour: 'red', tags: 'imported, vip' },
    },
  });
});

test('an order of a till that is not paid names nobody', () => {
  const read = orderNode.parse(complete(orders[1]!));
  expect([read.customer, read.sourceName, read.financialStatus]).toEqual([null, 'pos', 'pending']);
});

test('a single order is read as one of a page', () => {
  const { order } = (answer('order-by-id.response') as { data: { order: LooseOrder } }).data;
  expect(toOrderEvent(order)).toEqual(toOrderEvent(orders[0]!));
});

test('a customer tells consent, and since when', () => {
  const { customers } = (answer('customers-page.response') as { data: { customers: { nodes: readonly unknown[] } } })
    .data;
  expect(customerNode.parse(customers.nodes[0])).toMatchObject({
    externalId: '207119551',
    email: 'bob.norman@mail.example.com',
    phone: '+16136120707',
    locale: 'en',
    consent: { state: 'subscribed', at: instant('2024-12-01T10:00:00Z'), source: 'account' },
    country: 'US',
    tags: ['loyal'],
  });
});

test('a discount that bears no mark of ours is somebody else’s', async () => {
  lend('discount-by-code.response');
  expect(await connectTo(store).findDiscountCode('WB-7F3K')).toEqual({
    externalId: '1057856664',
    code: 'WB-7F3K',
    rewardId: null,
    timesUsed: 1,
  });
});

const reward = {
  code: 'WB-7F3K',
  rewardId: 'r-1',
  discount: { kind: 'percent', percent: 15 },
  usageLimit: 1,
  expiresAt: null,
  minimumSpend: null,
  restrictedToEmail: null,
  description: '',
} as const;

test('a discount that was made is told with the code it has', async () => {
  lend('discount-basic-create.response');
  expect(await connectTo(store).createDiscountCode(reward)).toMatchObject({
    externalId: '1057856664',
    code: 'WB-7F3K',
  });
});

test('a code that is taken is refused in a 200', async () => {
  lend('discount.userErrors-taken');
  const error = await adapterErrorOf(connectTo(store).createDiscountCode(reward));
  expect(error).toMatchObject({ kind: 'invalid', outcome: 'notDone', message: 'The store has this code already.' });
});

test('a refusal of one field leaves the rest, but not what is missing altogether', async () => {
  lend('error.access-denied-partial');
  expect(await adapterErrorOf(connectTo(store).checkAccess())).toMatchObject({ kind: 'forbidden', outcome: 'notDone' });
});

test('a webhook that was registered is no error', async () => {
  for (let n = 0; n < 16; n += 1)
    store.fail(
      { kind: 'answerInstead', status: 200, body: JSON.stringify(answer('webhook-create.response')) },
      { body: /CreateSubscription/ },
    );
  expect(await connectTo(store).hooks!.repair({ hookUrl: 'https://x.example/h', secret: '' })).toHaveLength(16);
});

test('a bulk operation that is done says where its file is, whose lines belong together', async () => {
  const { bulkOperation } = (answer('bulk-status.response') as { data: { bulkOperation: { url: string } } }).data;
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url, init) => {
    asked.push(String(url));
    return String(url) === bulkOperation.url ? new Response('') : store.fetch(url, init);
  };
  lend('bulk-status.response');
  const pages = await takePages(
    connectTo(store, { fetch }).pulls!.orders({ updatedFrom: null, cursor: 'bulk/720918/1' }),
  );
  expect([asked.at(-1), pages]).toEqual([bulkOperation.url, [{ events: [], next: null }]]);

  const { readFileSync } = await import('node:fs');
  const file = readFileSync(new URL('../test/fixtures/graphql-2026-10/bulk-orders.jsonl', import.meta.url), 'utf8');
  async function* lines() {
    yield* file.split('\n');
  }
  const groups: unknown[] = [];
  for await (const group of readGroups(lines(), 'lineItems')) groups.push(group);
  expect(groups).toMatchObject([
    { name: '#1001', lineItems: { nodes: [{ sku: 'IPOD2008GREEN' }] } },
    { name: '#1002', lineItems: { nodes: [{ sku: null }] } },
  ]);
});
