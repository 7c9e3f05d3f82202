import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import type { StoreId } from '@regulars/core/shared';
import { webhook } from '@regulars/platform-webhook';
import { woocommerce } from '@regulars/platform-woocommerce';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { startSite } from '../../test-support/start-site.ts';
import { registryOf } from '../../test-support/test-platform.ts';
import { watchSealer as sealer } from '../../test-support/watched-shop.ts';
import { connectionsRoutes } from './connections-routes.ts';
import { openConnection } from './connections.ts';
import { createDirectory } from './directory.ts';
import { listConnections, setConnectionPause } from './repository.ts';
import { settingsRoutes } from './settings-routes.ts';

const adapters = registryOf(woocommerce, webhook);
const adapterContext = { timeoutMs: 5_000, allowPrivateNetwork: true };

let http: TestHttpApp;
let woo: FakeWooCommerce;
let storeId: StoreId;
let owner: Record<string, string>;
let path: string;

beforeAll(async () => {
  woo = await startFakeWooCommerce();
  http = await createTestHttpApp({
    apiRoutes: (database) => {
      const directory = createDirectory(database, sealer);
      const deps = { database, directory, sealer, adapters, adapterContext, publicUrl: 'https://regulars.example' };
      return [connectionsRoutes(deps), settingsRoutes(deps)];
    },
  });
  storeId = await seedStore(http.database);
  owner = await signIn(http, { role: 'owner' });
});
afterAll(async () => {
  await http.close();
  await woo.close();
});

const call = (method: 'GET' | 'POST' | 'PUT', url: string, payload?: object, headers = owner) =>
  http.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });

async function connect(adapterId: string, config: object) {
  const url = `/api/v1/stores/${storeId}/connections`;
  const { id } = (await call('POST', url, { purpose: 'platform', adapterId, config })).json<{ id: string }>();
  return `${url}/${id}/settings`;
}

async function read() {
  const [row] = await http.database.withStore(storeId, (tx) => listConnections(tx, storeId));
  if (row === undefined) throw new Error('There is no connection.');
  return openConnection(sealer, row);
}

const change = async (config: object) => {
  const answer = await call('PUT', path, { config });
  return answer.statusCode === 204 ? 'changed' : answer.json<object>();
};

beforeEach(async () => {
  await http.database.withStore(storeId, (tx) => sql`delete from connection where store_id = ${storeId}`.execute(tx));
  const { url, key, secret } = woo;
  path = await connect('woocommerce', { url, key, secret });
});

it('what is secret is not shown, only that it was given', async () => {
  const answer = await call('GET', path);
  expect(answer.json()).toEqual({ settings: { url: woo.url }, hidden: ['key', 'secret'] });
  expect(answer.body).not.toContain(woo.secret);
});

it('a setting is changed, secrets that are left out stay, and so does what webhooks are signed with', async () => {
  const before = await read();
  await http.database.withStore(storeId, (tx) => setConnectionPause(tx, storeId, before.id, 'platform.disconnected'));
  expect(await change({ url: woo.url, currency: 'EUR' })).toBe('changed');
  expect(await read()).toEqual({
    ...before,
    config: { url: woo.url, key: woo.key, secret: woo.secret, currency: 'EUR' },
  });
});

it('settings that do not serve are not kept, and the reason is told without the secret', async () => {
  const before = await read();
  const secret = `cs_${'f'.repeat(40)}`;
  const refused = await call('PUT', path, { config: { url: woo.url, secret } });
  expect(refused.json()).toMatchObject({ status: 422, code: 'connection.access_failed' });
  expect(refused.body).not.toContain(secret);
  expect(await change({ url: 'nowhere' })).toMatchObject({ code: 'connection.secret_needed' });
  expect(await change({ url: woo.url, currency: 'ZZZZ' })).toMatchObject({
    code: 'connection.config_invalid',
    errors: [{ path: '/config/currency' }],
  });
  expect(await read()).toEqual(before);
});

it('a kept key is not sent to another address, nor does the connection lead to another shop', async () => {
  const asked = woo.requests.length;
  expect(await change({ url: 'http://127.0.0.1:9' })).toMatchObject({
    status: 422,
    code: 'connection.secret_needed',
    errors: [{ path: '/config/key' }, { path: '/config/secret' }],
  });
  const { key, secret } = woo;
  expect(await change({ url: 'https://other.example', key, secret })).toMatchObject({
    status: 409,
    code: 'connection.other_shop',
  });
  expect(woo.requests).toHaveLength(asked);
});

it('a webhook gets the address to call that it was made without, once it answers', async () => {
  const answers = { status: 500 };
  const callback = await startSite((_request, response) => void response.writeHead(answers.status).end('{}'));
  await http.database.withStore(storeId, (tx) => sql`delete from connection where store_id = ${storeId}`.execute(tx));
  path = await connect('webhook', {});
  const callbackUrl = `http://127.0.0.1:${callback.port}/regulars`;
  const config = { moneyFormat: 'decimal', callbackUrl, callbackSecret: `whsec_${'A'.repeat(44)}` };
  expect(await change({ ...config, callbackSecret: null })).toMatchObject({ code: 'connection.config_invalid' });
  expect(await change(config)).toMatchObject({ code: 'connection.access_failed' });
  expect((await read()).config).toEqual({ moneyFormat: 'minor' });
  answers.status = 200;
  expect(await change(config)).toBe('changed');
  expect((await read()).config).toEqual(config);
  expect((await call('GET', path)).json()).toEqual({
    settings: { moneyFormat: 'decimal', callbackUrl },
    hidden: ['callbackSecret'],
  });
  await callback.close();
});

it('not while people of the shop are being forgotten, and not by somebody who may not', async () => {
  const { id } = await read();
  await http.database.withStore(storeId, (tx) => setConnectionPause(tx, storeId, id, 'platform.erasing'));
  expect(await change({ url: woo.url })).toMatchObject({ status: 409, code: 'connect.erasing' });
  const marketer = await signIn(http, { role: 'marketer' });
  for (const method of ['GET', 'PUT'] as const)
    expect((await call(method, path, method === 'PUT' ? { config: {} } : undefined, marketer)).statusCode).toBe(403);
});
