import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startFakeShopify,
  startFakeWooCommerce,
  type FakeShopify,
  type FakeWooCommerce,
} from '@regulars/adapter-testkit';
import { minuteMs } from '@regulars/core/shared';
import { connectPublicUrl, startConnectWorld, type ConnectWorld } from '../../../test-support/start-connect-world.ts';
import { newId } from '../../foundation/ids.ts';
import { setConnectionPause } from '../repository.ts';

const publicUrl = connectPublicUrl;
let world: ConnectWorld;
let shop: FakeShopify;
let woo: FakeWooCommerce;

const toFakes: typeof fetch = (input, init) => {
  const { host } = new URL(input instanceof Request ? input.url : input);
  return host === shop.domain ? shop.fetch(input, init) : globalThis.fetch(input, init);
};

beforeAll(async () => {
  [shop, woo] = [await startFakeShopify({ nowMs: () => Date.now() }), await startFakeWooCommerce()];
  world = await startConnectWorld({ fetch: toFakes });
});
afterAll(async () => {
  await Promise.all([shop.close(), woo.close()]);
  await world.close();
});

async function begin(payload: object) {
  const store = await world.openStore();
  const merchant = world.merchantOf(store.id);
  const begun = await merchant.begin(payload);
  if ('refused' in begun) throw new Error(`It was refused: ${begun.refused.code}`);
  return { store, merchant, ...begun };
}

const ofShopify = () => ({
  adapterId: 'shopify',
  config: { domain: shop.domain, clientId: shop.clientId, clientSecret: shop.clientSecret },
});
const ofWooCommerce = () => ({ adapterId: 'woocommerce', config: { url: woo.url } });

it('a Shopify store is connected by one click, in whichever process the merchant comes back', async () => {
  const { store, merchant, id, url, cookie, setCookie } = await begin(ofShopify());
  expect(setCookie).toMatch(/; Path=\/connect; .*HttpOnly; SameSite=Lax; Secure/);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'waiting' });
  const answer = await merchant.back(shop.allowApp(url), cookie);
  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    `/stores/${store.slug}/connections?connect=${id}`,
  ]);
  const [connection] = await merchant.list();
  expect(connection).toMatchObject({ pausedReason: null, canReauthorize: true });
  expect(await merchant.attempt(id)).toMatchObject({ state: 'connected', connectionId: connection?.id, code: null });
});

it('a WooCommerce store posts the key, is answered 200, and the merchant comes back', async () => {
  const { merchant, id, url, cookie } = await begin(ofWooCommerce());
  const { callbackUrl, callback, returnUrl } = woo.grantKey(url);
  expect((await merchant.post(callbackUrl, callback)).statusCode).toBe(200);
  expect(await merchant.connections()).toEqual([]);
  await merchant.back(returnUrl, cookie);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'connected' });
  expect(await merchant.connections()).toHaveLength(1);
});

it('nothing that was typed in or posted is kept with an attempt, once it is done, nor readable before', async () => {
  const { store, merchant, url, cookie } = await begin(ofWooCommerce());
  const { callbackUrl, callback, returnUrl } = woo.grantKey(url);
  const read = async () => {
    const { rows } = await world.database.withStore(store.id, (tx) =>
      sql<{ row: string }>`select a::text as row from connection_attempt a where store_id = ${store.id}`.execute(tx),
    );
    return rows[0]?.row ?? '';
  };
  await merchant.post(callbackUrl, callback);
  const waiting = await read();
  expect(waiting).toContain('v1.test.');
  for (const secret of [
    woo.secret,
    woo.url,
    new URL(url).searchParams.get('user_id') ?? '?',
    cookie.split('=')[1] ?? '?',
  ])
    expect(waiting).not.toContain(secret);
  await merchant.back(returnUrl, cookie);
  expect(await read()).not.toContain('v1.test.');
});

it.for([
  ['a key that does not serve', 'connect.access_failed', { consumer_secret: `cs_${'f'.repeat(40)}` }],
  ['no key at all', 'connect.not_completed', null],
] as const)('a WooCommerce store that posted %s is not connected, and it is told why', async ([, code, changes]) => {
  const { merchant, id, url, cookie } = await begin(ofWooCommerce());
  const { callbackUrl, callback, returnUrl } = woo.grantKey(url);
  const posted = changes === null ? null : { ...(JSON.parse(callback.toString()) as object), ...changes };
  if (posted !== null) await merchant.post(callbackUrl, Buffer.from(JSON.stringify(posted)));
  await merchant.back(returnUrl, cookie);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'failed', code, message: expect.stringMatching(/\w/) });
  expect(await merchant.connections()).toEqual([]);
});

it('a post that nobody waits for, or that grants nothing, is refused, so that the store takes its key back', async () => {
  const { merchant, url } = await begin(ofWooCommerce());
  const { callbackUrl, callback } = woo.grantKey(url);
  const other = { ...(JSON.parse(callback.toString()) as object), user_id: 'somebody-else' };
  expect((await merchant.post(callbackUrl, Buffer.from(JSON.stringify(other)))).statusCode).toBe(404);
  expect((await merchant.post(callbackUrl, Buffer.from('key=1'))).statusCode).toBe(422);
  expect((await merchant.post(`${publicUrl}/connect/callback/shopify`, callback)).statusCode).toBe(404);
});

it('who does not allow it is told so', async () => {
  const { merchant, id, url, cookie } = await begin(ofWooCommerce());
  await merchant.back(woo.denyKey(url), cookie);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'failed', code: 'connect.denied' });
});

it('missing permissions are named in words, and the store is not connected', async () => {
  const all = shop;
  shop = await startFakeShopify({ scopes: ['read_orders', 'read_products'] });
  const { merchant, id, url, cookie } = await begin(ofShopify());
  await merchant.back(shop.allowApp(url), cookie);
  await shop.close();
  shop = all;
  expect(await merchant.attempt(id)).toMatchObject({
    code: 'connect.access_failed',
    message: expect.stringMatching(/read_customers.*write_discounts/),
  });
  expect(await merchant.connections()).toEqual([]);
});

it.for([
  ['signed by somebody else', (url: string) => url.replace(/hmac=\w{4}/, 'hmac=0000')],
  ['of another store', (url: string) => url.replace('shop=fake-shop', 'shop=other-shop')],
] as const)('an answer %s connects nothing', async ([, change]) => {
  const { merchant, id, url, cookie } = await begin(ofShopify());
  await merchant.back(change(shop.allowApp(url)), cookie);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'failed', code: 'connect.not_genuine' });
  expect(await merchant.connections()).toEqual([]);
});

it('another browser, or an unknown state, gets a page that says so, and spends nothing', async () => {
  const { merchant, id, url, cookie } = await begin(ofShopify());
  const back = shop.allowApp(url);
  for (const [address, brought] of [
    [back, ''],
    [back, cookie.replace(/=.*/, '=guessed')],
    [`${publicUrl}/connect/return?state=unknown`, cookie],
    [`${publicUrl}/connect/return`, cookie],
  ] as const) {
    const answer = await merchant.back(address, brought);
    expect([answer.statusCode, answer.body]).toEqual([404, expect.stringContaining('this browser')]);
  }
  await merchant.back(back, cookie);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'connected' });
});

it('an answer serves once: two at the same moment make one connection', async () => {
  const { merchant, id, url, cookie } = await begin(ofWooCommerce());
  const { callbackUrl, callback, returnUrl } = woo.grantKey(url);
  await merchant.post(callbackUrl, callback);
  const answers = await Promise.all([merchant.back(returnUrl, cookie), merchant.back(returnUrl, cookie)]);
  answers.push(await merchant.back(returnUrl, cookie));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303]);
  expect(await merchant.connections()).toHaveLength(1);
  expect(await merchant.attempt(id)).toMatchObject({ state: 'connected' });
});

it('who comes back after a quarter of an hour begins anew', async () => {
  const { merchant, id, url, cookie } = await begin(ofShopify());
  world.clock.shiftMs += 15 * minuteMs;
  expect(await merchant.attempt(id)).toMatchObject({ state: 'failed', code: 'connect.expired' });
  await merchant.back(shop.allowApp(url), cookie);
  world.clock.shiftMs = 0;
  expect(await merchant.attempt(id)).toMatchObject({ state: 'failed', code: 'connect.expired' });
  expect(await merchant.connections()).toEqual([]);
});

it('a connection that lost its access gets it again, and stays the same', async () => {
  const first = await begin(ofShopify());
  await first.merchant.back(shop.allowApp(first.url), first.cookie);
  const [known] = await first.merchant.connections();
  if (known === undefined) throw new Error('Nothing was connected.');
  shop.tokens.endTokens();
  await world.database.withStore(first.store.id, (tx) =>
    setConnectionPause(tx, first.store.id, known.id, 'platform.disconnected'),
  );
  const again = await first.merchant.begin({ connectionId: known.id });
  if ('refused' in again) throw new Error('It was refused.');
  await first.merchant.back(shop.allowApp(again.url), again.cookie);
  expect(await first.merchant.attempt(again.id)).toMatchObject({ state: 'connected', connectionId: known.id });
  expect(await first.merchant.list()).toMatchObject([{ id: known.id, pausedReason: null }]);
});

it('what cannot begin is refused with the field at fault', async () => {
  const { id } = await world.openStore();
  const { begin: tryTo } = world.merchantOf(id);
  const { domain, clientSecret } = shop;
  expect(await tryTo({ adapterId: 'shopify', config: { domain, clientSecret } })).toMatchObject({
    refused: { code: 'connection.config_invalid', errors: [{ path: '/config/clientId' }] },
  });
  expect(await tryTo({ adapterId: 'magento', config: {} })).toMatchObject({
    refused: { code: 'connection.adapter_unknown' },
  });
  expect(await tryTo({ connectionId: newId() })).toMatchObject({ refused: { code: 'connection.not_found' } });
});
