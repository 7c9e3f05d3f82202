import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, type ConnectionId, type CustomerId, type StoreId } from '@regulars/core/shared';
import { openWholeInstance, type WholeInstance } from '../../../test-support/open-whole-instance.ts';
import { signIn } from '../../../test-support/sign-in.ts';
import { createFirstStore } from '../../first-store/create-first-store.ts';
import { newId } from '../../foundation/ids.ts';
import { abandonCarts } from './abandon-carts.ts';
import { readCartsInWords } from './read-carts.ts';

const shop = 'https://shop.test';

let whole: WholeInstance;
let storeId: StoreId;
let connectionId: ConnectionId;
let owner: Readonly<Record<string, string>>;
let key: string;
const ada: CustomerId = newId();

const query = async <Row>(statement: ReturnType<typeof sql<Row>>) =>
  (await whole.foundation.database.withStore(storeId, (tx) => statement.execute(tx))).rows;
const api = (method: 'GET' | 'POST' | 'DELETE', payload?: object) =>
  whole.app.inject({
    method,
    url: `/api/v1/stores/${storeId}/connections/${connectionId}/storefront`,
    headers: owner,
    ...(payload === undefined ? {} : { payload }),
  });
const items = [
  { productId: '17', quantity: 1 },
  { productId: '990', productUrl: `${shop}/product/tea/?attribute_size=xl`, quantity: 2 },
  { productId: '4711', quantity: 1 },
];
const snapshot = (change: object = {}, cart: object = {}) => ({
  key,
  email: 'Ada@Buyer.test',
  cart: { id: 'cart-0001', url: `${shop}/checkout/`, items, ...cart },
  ...change,
});
const tell = (body: unknown, headers: Readonly<Record<string, string>> = { origin: shop }) =>
  whole.app.inject({
    method: 'POST',
    url: '/storefront/v1/carts',
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    payload: JSON.stringify(body),
  });
const carts = () =>
  query(sql<{ customerId: string; url: string | null; items: number; text: string }>`
    select customer_id as "customerId", contents ->> 'recoveryUrl' as url, item_count as items, contents::text as text from cart`);

beforeAll(async () => {
  whole = await openWholeInstance();
  const { foundation, rooms, app } = whole;
  const first = await createFirstStore({ ...foundation, installers: rooms.installers });
  if (first === null) throw new Error('The store could not be made.');
  storeId = first.id;
  owner = await signIn({ app, database: foundation.database }, { role: 'owner' });
  const [platform] = await query(sql<{ id: ConnectionId }>`
    select id from connection where store_id = ${storeId} and purpose = 'platform'`);
  if (platform === undefined) throw new Error('The store has no platform.');
  connectionId = platform.id;
  await query(
    sql`insert into customer (store_id, id, email, email_key) values (${storeId}, ${ada}, 'ada@buyer.test', 'ada@buyer.test')`,
  );
  await query(sql`
    insert into product (store_id, connection_id, external_id, title, url, source_updated_at)
    values (${storeId}, ${connectionId}, '17', 'Hand grinder', null, now()), (${storeId}, ${connectionId}, '18', 'Green tea', ${`${shop}/product/tea/`}, now())`);
  key = (await api('POST', { shopUrl: `${shop}/some/page` })).json<{ key: string }>().key;
});
afterAll(() => whole.close());
beforeEach(async () => {
  await query(sql`delete from cart`);
});

describe('the key of a shop’s pages', () => {
  it('comes with a snippet to copy, for the shop it is for', async () => {
    const answer = (await api('GET')).json<{ snippet: string }>();
    expect(answer).toMatchObject({ key, shopUrl: shop });
    expect(answer.snippet).toMatch(
      /^<script src="https?:\/\/[^"]+\/storefront\/v1\.js" data-key="rsf_[\w-]{24}" defer><\/script>$/,
    );
  });

  it('serves no more once there is a new one, or none', async () => {
    const before = key;
    key = (await api('POST', { shopUrl: shop })).json<{ key: string }>().key;
    expect((await tell(snapshot({ key: before }))).json()).toMatchObject({
      status: 404,
      code: 'storefront.key_unknown',
    });
    expect((await api('DELETE')).statusCode).toBe(204);
    expect((await api('GET')).json()).toEqual({ isOffered: true, key: null, shopUrl: null, snippet: null });
    expect((await tell(snapshot())).statusCode).toBe(404);
    key = (await api('POST', { shopUrl: shop })).json<{ key: string }>().key;
  });

  it('is not for a platform that tells of carts itself', async () => {
    await query(sql`update connection set adapter_id = 'shopify' where id = ${connectionId}`);
    expect((await api('GET')).json()).toMatchObject({ isOffered: false });
    expect((await api('POST', { shopUrl: shop })).json()).toMatchObject({ status: 409, code: 'storefront.carts_told' });
    await query(sql`update connection set adapter_id = 'webhook' where id = ${connectionId}`);
  });

  it('is not for a mail account', async () => {
    const [mail] = await query(sql<{ id: ConnectionId }>`
      select id from connection where store_id = ${storeId} and purpose = 'mail'`);
    const platform = connectionId;
    connectionId = mail?.id ?? newId();
    expect((await api('POST', { shopUrl: shop })).json()).toMatchObject({ code: 'connection.not_found' });
    connectionId = platform;
  });
});

describe('the script', () => {
  it('is small, cached, and may be shown by any page', async () => {
    const { headers, rawPayload } = await whole.app.inject('/storefront/v1.js');
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'cross-origin-resource-policy': 'cross-origin',
    });
    expect(gzipSync(rawPayload).length).toBeLessThan(3_000);
    expect(rawPayload.toString()).not.toMatch(/eval|new Function|innerHTML/);
  });
});

describe('what a page tells of a cart', () => {
  it('is kept for a customer, with the catalogue’s names and a link into the shop', async () => {
    const answer = await tell(snapshot());
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([202, '*']);
    expect(await carts()).toMatchObject([{ customerId: ada, url: `${shop}/checkout/`, items: 3 }]);
    const [cart] = await query(sql<{ id: never }>`select id from cart`);
    const words = await whole.foundation.database.withStore(storeId, (tx) =>
      readCartsInWords(tx, storeId, cart ? [cart.id] : []),
    );
    expect([...words.values()]).toMatchObject([{ productNames: ['Hand grinder', 'Green tea'] }]);
  });

  it('is the same cart the next time, and none once it is empty', async () => {
    await tell(snapshot());
    await tell(snapshot({}, { items: [] }));
    expect(await carts()).toMatchObject([{ items: 0 }]);
  });

  it('is abandoned as any other cart', async () => {
    await tell(snapshot());
    await query(
      sql`update cart set touched_at = touched_at - ${2 * hourMs}::double precision * interval '1 millisecond'`,
    );
    expect(await abandonCarts(whole.foundation.database, storeId)).toBe(1);
    const events = await query(sql<{ data: object }>`select data from event where kind = 'cartAbandoned'`);
    expect(events).toMatchObject([{ data: { itemCount: 3, productExternalIds: ['17', '18', '4711'] } }]);
  });

  it('makes no customer, and is answered as if it did', async () => {
    const known = await tell(snapshot());
    await query(sql`delete from cart`);
    const unknown = await tell(snapshot({ email: 'nobody@buyer.test' }));
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    expect(await carts()).toEqual([]);
    expect(await query(sql`select from customer`)).toHaveLength(1);
  });

  it('leads nowhere but to a page of the shop, and has it do nothing', async () => {
    await tell(snapshot({}, { url: 'https://evil.test/checkout/' }));
    expect(await carts()).toMatchObject([{ url: null }]);
    await tell(snapshot({}, { url: `${shop}/cart/?add-to-cart=666&redirect=https://evil.test#top` }));
    expect(await carts()).toMatchObject([{ url: `${shop}/cart/` }]);
  });

  it('changes no cart of somebody else, and none that was ordered', async () => {
    const eve: CustomerId = newId();
    await query(
      sql`insert into customer (store_id, id, email, email_key) values (${storeId}, ${eve}, 'eve@buyer.test', 'eve@buyer.test')`,
    );
    await tell(snapshot());
    await tell(snapshot({ email: 'eve@buyer.test' }, { items: [] }));
    expect(await carts()).toMatchObject([{ customerId: ada, items: 3 }]);
    await query(sql`update cart set settled_as = 'bought'`);
    await tell(snapshot({}, { items: [] }));
    expect(await carts()).toMatchObject([{ items: 3 }]);
    await query(sql`delete from customer where id = ${eve}`);
  });

  it('fills no store with carts of one customer', async () => {
    for (let n = 1; n <= 12; n += 1) await tell(snapshot({}, { id: `cart-of-ada-${n}` }));
    expect(await carts()).toHaveLength(10);
  });

  it.for<[string, unknown]>([
    ['no JSON', 'text'],
    ['a name', snapshot({}, { items: [{ productId: '1', quantity: 1, name: 'Call 0900 1234' }] })],
    ['a price', snapshot({}, { items: [{ productId: '1', quantity: 1, price: '0.01' }] })],
    ['a consent of its own', snapshot({ consent: 'subscribed' })],
    ['a link that is none', snapshot({}, { url: 'javascript:alert(1)' })],
    ['too many things', snapshot({}, { items: Array.from({ length: 51 }, () => ({ productId: '1', quantity: 1 })) })],
    ['a wrong quantity', snapshot({}, { items: [{ productId: '1', quantity: -1 }] })],
  ])('is refused with %s', async ([, body]) => {
    const answer = await tell(body);
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
    expect(await carts()).toEqual([]);
  });

  it('is refused of a shop that left us', async () => {
    await query(sql`update connection set paused_reason = 'platform.disconnected' where store_id = ${storeId}`);
    const answer = await tell(snapshot());
    await query(sql`update connection set paused_reason = null where store_id = ${storeId}`);
    expect([answer.statusCode, await carts()]).toEqual([404, []]);
  });

  it('is refused from another shop’s page, from no page, and when it is too large', async () => {
    expect((await tell(snapshot(), { origin: 'https://evil.test' })).json()).toMatchObject({
      code: 'storefront.other_shop',
    });
    expect((await tell(snapshot(), {})).json()).toMatchObject({ status: 403 });
    expect((await tell(snapshot({ email: 'x'.repeat(40_000) }))).json()).toMatchObject({ code: 'request.too_large' });
  });

  it('is refused when there is too much of it, and its browser may read so', async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => tell('text')));
    const refused = answers.find(({ statusCode }) => statusCode === 429);
    expect(refused?.json()).toMatchObject({ code: 'request.too_many' });
    expect(refused?.headers['access-control-allow-origin']).toBe('*');
  });
});
