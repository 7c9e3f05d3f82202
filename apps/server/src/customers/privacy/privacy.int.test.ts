import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toShopifyDelivery } from '@regulars/adapter-testkit';
import { dayMs, type ConnectionId, type StoreId } from '@regulars/core/shared';
import { openWholeInstance, type WholeInstance } from '../../../test-support/open-whole-instance.ts';
import { signIn } from '../../../test-support/sign-in.ts';
import { addConnection } from '../../stores/add-connection.ts';
import { createStore } from '../../stores/create-store.ts';
import { openHookToken } from '../../stores/connections.ts';
import { keepLoan, listConnections, setConnectionPause } from '../../stores/repository.ts';
import { createEraseLeftStoresLane } from './erase-left-stores.ts';

const secret = 'shpss_0123456789abcdef';
type Body = Readonly<Record<string, unknown>>;

const fixtures = new URL('../../../../../packages/platform-shopify/test/fixtures/', import.meta.url);
const readFixture = (path: string): Body => {
  const file = JSON.parse(readFileSync(new URL(path, fixtures), 'utf8')) as Readonly<Record<string, Body>>;
  return file['order'] ?? file['body'] ?? file;
};

let whole: WholeInstance;
let owner: Awaited<ReturnType<typeof signIn>>;
let stores = 0;
beforeAll(async () => {
  whole = await openWholeInstance();
  // Made before anybody asks: right after its start a busy machine counts as overloaded.
  await openShop();
  owner = await signIn({ app: whole.app, database: whole.foundation.database }, { role: 'owner' });
});
afterAll(() => whole.close());

/** A store on Shopify, as its webhooks and the API see it. */
async function openShop() {
  const { foundation, rooms, app } = whole;
  const { database, directory, sealer } = foundation;
  stores += 1;
  const domain = `shop-${stores}.myshopify.com`;
  const created = await createStore(
    { ...foundation, installers: rooms.installers },
    { slug: `shop-${stores}`, name: 'Shop' },
  );
  if (!created.ok) throw new Error('The store was not made.');
  const storeId: StoreId = created.value.id;
  const added = await addConnection(foundation, storeId, {
    purpose: 'platform',
    adapterId: 'shopify',
    config: { domain, clientSecret: secret, currency: 'USD' },
    webhookSecret: secret,
  });
  if (!added.ok) throw new Error('The connection was not made.');
  const connectionId: ConnectionId = added.value.id;
  const row = async () => {
    const [connection] = await database.withStore(storeId, (tx) => listConnections(tx, storeId));
    return connection ?? null;
  };
  const connection = await row();
  const hookToken = connection === null ? '' : openHookToken(sealer, connection);
  const api = `/api/v1/stores/${storeId}`;
  const ask = async (url: string) => (await app.inject({ url: api + url, headers: owner })).json<never>();
  return {
    storeId,
    connectionId,
    connection: row,
    async hear(topic: string, payload: Body) {
      const { headers, body } = toShopifyDelivery({ topic, payload, secret, domain });
      await rooms.acceptWebhook(hookToken, { headers, body: Buffer.from(body) });
      await this.work();
    },
    /** Runs every lane that has something to do here, until none has. */
    async work() {
      directory.forget();
      for (let round = 0; round < 40; round += 1) {
        let done = 0;
        for (const lane of rooms.lanes.filter(({ name }) => !/figures|fit|model|sync|hooks|count/.test(name))) {
          const due = await database.withStores([storeId], (tx) => lane.listDueStores(tx));
          if (due.length > 0) done += await lane.work(storeId);
        }
        if (done === 0) return;
      }
      throw new Error('There is no end of work.');
    },
    query: async <Row>(statement: ReturnType<typeof sql<Row>>) =>
      (await database.withStore(storeId, (tx) => statement.execute(tx))).rows,
    customers: async () =>
      ((await ask('/customers')) as { data: { id: string; email: string | null; values: { grossMinor: number }[] }[] })
        .data,
    get: <Answer>(url: string): Promise<Answer> => ask(url),
    post: (url: string, payload: object = {}) =>
      app.inject({ method: 'POST', url: api + url, headers: owner, payload }),
  };
}

const another: Body = { id: 2, admin_graphql_api_id: 'gid://shopify/Order/2', name: '#2' };
const order = (changes: Body = {}): Body => ({
  ...readFixture('rest-2026-07/order.json'),
  financial_status: 'paid',
  ...changes,
});
const buyer = 'bob.norman@mail.example.com';
const dataRequest: Body = {
  ...readFixture('webhooks/compliance.customers.data_request.json'),
  customer: { id: 207119551, email: buyer },
};

/** Which of these words stand in any row of any table that holds something of this store. */
async function findWords(
  shop: Awaited<ReturnType<typeof openShop>>,
  words: readonly string[],
): Promise<readonly string[]> {
  const tables = await shop.query(sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity`);
  const found: string[] = [];
  for (const { name } of tables) {
    const body = name === 'delivery' ? sql` || convert_from(t.body, 'UTF8')` : sql``;
    for (const { text } of await shop.query(
      sql<{ text: string }>`select lower(t::text${body}) as text from ${sql.table(name)} t`,
    ))
      found.push(...words.filter((word) => text.includes(word)).map((word) => `${word} in ${name}`));
  }
  return found;
}

it('somebody who asks for their data stands in a list with a due date, told twice once, until a person has answered', async () => {
  const shop = await openShop();
  await shop.hear('orders/create', order());
  await shop.hear('customers/data_request', dataRequest);
  await shop.hear('customers/data_request', { ...dataRequest, again: true });
  type Page = { readonly data: readonly { id: string; customerId: string; askedAt: string; dueAt: string }[] };
  const { data } = await shop.get<Page>('/data-requests?state=open');
  const [customer] = await shop.customers();
  expect(data).toMatchObject([{ customerId: customer?.id, requestKey: '9999', answeredAt: null }]);
  const [request] = data;
  expect(Date.parse(request?.dueAt ?? '') - Date.parse(request?.askedAt ?? '')).toBe(30 * dayMs);
  const needs = async () => JSON.stringify(await shop.get<unknown>('/summary'));
  expect(await needs()).toContain('privacy.requests');
  expect((await shop.post(`/data-requests/${request?.id}/answer`)).json()).toMatchObject({ answeredBy: /^person:/ });
  expect(await shop.get<Page>('/data-requests?state=open')).toMatchObject({ data: [] });
  expect(await needs()).not.toContain('privacy.requests');
});

it('a copy of all that is kept about a person comes in one document, and holds nobody else', async () => {
  const shop = await openShop();
  await shop.hear('orders/create', order());
  await shop.hear(
    'orders/create',
    order({ ...another, email: 'eve@buyer.test', contact_email: 'eve@buyer.test', customer: null }),
  );
  await shop.post('/suppressions', { recipient: buyer, note: 'asked by phone' });
  await shop.work();
  const bob = (await shop.customers()).find(({ email }) => email === buyer);
  const answer = await whole.app.inject({
    url: `/api/v1/stores/${shop.storeId}/customers/${bob?.id}/export`,
    headers: owner,
  });
  expect(answer.headers['content-disposition']).toContain('attachment');
  const exported = answer.json<Readonly<Record<string, unknown>>>();
  expect(exported).toMatchObject({
    customer: { email: buyer },
    orders: [{ order: { externalId: '450789469' } }],
    suppressions: [{ reason: 'manual', note: 'asked by phone' }],
  });
  expect(Object.keys(exported)).toEqual(
    expect.arrayContaining(['events', 'messages', 'segments', 'sequences', 'remarks', 'referrals', 'rewards', 'carts']),
  );
  expect(answer.body).not.toContain('eve@');
});

it('who is erased is in no table of any room, and what forbids writing to them stays', async () => {
  const shop = await openShop();
  const now = new Date().toISOString();
  await shop.hear('orders/create', order({ created_at: now, processed_at: now, updated_at: now, refunds: [] }));
  type Mails = { readonly data: readonly { readonly id: string }[] };
  const [mail] = (await shop.get<Mails>('/mailbox')).data;
  await shop.post(`/mailbox/${mail?.id}/replies`, { text: 'My parrot Zephyr ate the cable.' });
  await shop.post('/suppressions', { recipient: buyer, note: 'asked by phone' });
  await shop.work();
  const words = [buyer, 'norman', '207119551', 'by phone', 'chestnut', 'zephyr', 'hi bob'];
  const before = (await findWords(shop, words)).map((found) => found.replace(/ in \w+$/, ''));
  expect([...new Set(before)].toSorted()).toEqual(words.toSorted());
  const [bob] = await shop.customers();
  const exported = JSON.stringify(await shop.get<unknown>(`/customers/${bob?.id}/export`)).toLowerCase();
  // The street stands in the delivery as it came, and in nothing that was read from it.
  for (const word of words.filter((each) => each !== 'chestnut')) expect(exported).toContain(word);
  expect((await shop.post(`/customers/${bob?.id}/erase`)).json()).toEqual({ erased: true });
  await shop.work();
  expect(await findWords(shop, words)).toEqual([]);
  expect(await shop.customers()).toMatchObject([{ email: null, values: bob?.values }]);
  const suppressions = await shop.get<{ data: object[] }>(`/suppressions?email=${buyer}`);
  expect(suppressions).toMatchObject({ data: [{ reason: 'manual', note: null }] });
  expect((await shop.post(`/customers/${bob?.id}/erase`)).json()).toEqual({ erased: false });
  expect((await shop.post(`/suppressions`, { recipient: buyer, note: 'again' })).statusCode).toBe(204);
  expect(await findWords(shop, words)).toEqual([]);
});

it('a store that left rests with its reason, and its people are forgotten when the platform demands it, not before', async () => {
  const shop = await openShop();
  await shop.hear('orders/create', order());
  await shop.hear('orders/create', order({ ...another, email: null, contact_email: null, customer: null }));
  await whole.foundation.database.withStore(shop.storeId, (tx) =>
    keepLoan(tx, shop.storeId, shop.connectionId, 'v1.lent'),
  );
  const redact = readFixture('webhooks/compliance.shop.redact.json');
  await shop.hear('shop/redact', redact);
  expect(await shop.customers()).toMatchObject([{ email: buyer }]);
  expect(JSON.stringify(await shop.get<unknown>('/summary'))).toContain('privacy.erasure');

  await shop.hear('app/uninstalled', readFixture('webhooks/app.uninstalled.json'));
  expect(await shop.connection()).toMatchObject({ pausedReason: 'platform.erased' });
  expect(await shop.query(sql`select loan_sealed as loan from connection where id = ${shop.connectionId}`)).toEqual([
    { loan: null },
  ]);
  expect(await shop.get('/store-erasures')).toMatchObject({
    data: [{ connectionId: shop.connectionId, customersErased: 1, finishedAt: expect.any(String) }],
  });
  expect(await findWords(shop, [buyer, 'norman', 'chestnut', '207119551'])).toEqual([]);
  expect(await shop.query(sql`select count(*) as n, sum(grand_minor) as sum from orders`)).toMatchObject([{ n: 2 }]);
});

it('what a store that left had sent is emptied before its people are forgotten, who are searched for in it', async () => {
  const shop = await openShop();
  await shop.hear('orders/create', order());
  await shop.query(sql`
    insert into store_erasure (store_id, connection_id, demanded_at)
    values (${shop.storeId}, ${shop.connectionId}, now())`);
  const { database } = whole.foundation;
  await database.withStore(shop.storeId, (tx) =>
    setConnectionPause(tx, shop.storeId, shop.connectionId, 'platform.disconnected'),
  );
  await createEraseLeftStoresLane({ database }).work(shop.storeId);
  expect(await shop.query(sql`select reason from delivery where octet_length(body) > 0`)).toEqual([]);
  expect(await shop.customers()).toMatchObject([{ email: buyer }]);
  await shop.work();
  expect(await shop.customers()).toMatchObject([{ email: null }]);
});

it('the news that a store left is old when it was given access again since', async () => {
  const shop = await openShop();
  await shop.hear('app/uninstalled', readFixture('webhooks/app.uninstalled.json'));
  expect(await shop.connection()).toMatchObject({ pausedReason: 'platform.disconnected' });
  await shop.query(sql`
    insert into connection_attempt (store_id, id, adapter_id, begun_by, connection_id, state_hash, browser_hash, expires_at, done_at)
    values (${shop.storeId}, gen_random_uuid(), 'shopify', 'person:1', ${shop.connectionId}, '\x01', '\x01', now(), now())`);
  await whole.foundation.database.withStore(shop.storeId, (tx) =>
    setConnectionPause(tx, shop.storeId, shop.connectionId, null),
  );
  await shop.query(sql`update delivery set state = 'received', due_at = clock_now() where topic = 'app/uninstalled'`);
  await shop.work();
  expect(await shop.connection()).toMatchObject({ pausedReason: null });
});
