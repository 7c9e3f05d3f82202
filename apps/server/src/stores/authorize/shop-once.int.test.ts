import { afterAll, beforeAll, expect, it } from 'vitest';
import { startFakeShopify, type FakeShopify } from '@regulars/adapter-testkit';
import { startConnectWorld, type ConnectWorld } from '../../../test-support/start-connect-world.ts';
import { openConnection } from '../connections.ts';
import { setConnectionPause } from '../repository.ts';

let world: ConnectWorld;
let shop: FakeShopify;
beforeAll(async () => {
  shop = await startFakeShopify({ nowMs: () => Date.now() });
  world = await startConnectWorld({ fetch: shop.fetch });
});
afterAll(async () => {
  await shop.close();
  await world.close();
});

async function openStore() {
  const { id } = await world.openStore();
  const merchant = world.merchantOf(id);
  async function click(times: number): Promise<readonly object[]> {
    const { domain, clientId, clientSecret } = shop;
    const payload = { adapterId: 'shopify', config: { domain, clientId, clientSecret } };
    const begun = await Promise.all(Array.from({ length: times }, () => merchant.begin(payload)));
    return await Promise.all(
      begun.map(async (attempt) => {
        if ('refused' in attempt) throw new Error(`It was refused: ${attempt.refused.code}`);
        await merchant.back(shop.allowApp(attempt.url), attempt.cookie);
        return await merchant.attempt(attempt.id);
      }),
    );
  }
  return {
    id,
    /** Connects the shop by one click as a new one, so many at the same moment; how they ended. */
    click,
    add: (adapterId: string, config: object) => world.addByHand(id, adapterId, config),
    async connection() {
      const [row, ...others] = await merchant.connections();
      if (row === undefined || others.length > 0)
        throw new Error(`There are ${others.length + 1} connections, or none.`);
      return row;
    },
  };
}

it('a shop that is connected already gets its access again, though it was typed in as a new one', async () => {
  const store = await openStore();
  await store.click(1);
  const { id } = await store.connection();
  await world.database.withStore(store.id, (tx) => setConnectionPause(tx, store.id, id, 'platform.disconnected'));
  expect(await store.click(1)).toMatchObject([{ state: 'connected', connectionId: id }]);
  expect(await store.connection()).toMatchObject({ id, pausedReason: null });
});

it('first clicks for one shop at the same moment make one connection', async () => {
  const store = await openStore();
  const ends = await store.click(6);
  const { id } = await store.connection();
  expect(ends).toMatchObject(Array.from({ length: 6 }, () => ({ state: 'connected', connectionId: id })));
});

it('a shop typed in anew with another app is believed by that one’s signature from then on', async () => {
  const store = await openStore();
  await store.add('shopify', { domain: shop.domain, clientSecret: 'shpss_of_the_app_before' });
  await store.click(1);
  expect(openConnection(world.sealer, await store.connection())).toMatchObject({
    config: { access: 'oauth' },
    webhookSecrets: [shop.clientSecret, 'shpss_of_the_app_before'],
  });
});

it('a shop whose people are being forgotten is not connected meanwhile', async () => {
  const store = await openStore();
  await store.click(1);
  const { id } = await store.connection();
  await world.database.withStore(store.id, (tx) => setConnectionPause(tx, store.id, id, 'platform.erasing'));
  expect(await store.click(1)).toMatchObject([{ state: 'failed', code: 'connect.erasing' }]);
  expect(await store.connection()).toMatchObject({ id, pausedReason: 'platform.erasing' });
});

it('by hand a shop is connected once, however its address is typed in; another one beside it is welcome', async () => {
  const { add } = await openStore();
  expect(await add('woocommerce', { url: 'https://www.shop.example/' })).toHaveProperty('id');
  expect(await add('woocommerce', { url: 'http://Shop.example' })).toMatchObject({
    status: 409,
    code: 'connection.shop_taken',
    errors: [{ path: '/config' }],
  });
  for (const config of [{ url: 'https://shop.example/nl' }, {}, {}])
    expect(await add('woocommerce', config)).toHaveProperty('id');
});

it('by hand at the same moment it is connected once', async () => {
  const { add, connection } = await openStore();
  await Promise.all(Array.from({ length: 6 }, () => add('woocommerce', { url: 'https://shop.example' })));
  expect(await connection()).toMatchObject({ adapterId: 'woocommerce' });
});

it('another store may be connected to the same shop', async () => {
  for (const store of [await openStore(), await openStore()])
    expect(await store.add('woocommerce', { url: 'https://shop.example' })).toHaveProperty('id');
});
