import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { dayMs, toInstant, toIsoString, type ConnectionId, type StoreId } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { registryOf, testPlatform } from '../../test-support/test-platform.ts';
import { watchSealer } from '../../test-support/watched-shop.ts';
import { newId } from '../foundation/ids.ts';
import { addConnection } from '../stores/add-connection.ts';
import { connectionsRoutes } from '../stores/connections-routes.ts';
import { createDirectory } from '../stores/directory.ts';
import { syncRoutes } from './routes.ts';
import { createPlatformWatch } from './watch-platforms.ts';

const adapters = registryOf(woocommerce, shopify, testPlatform);
const adapterContext = { timeoutMs: 5_000, allowPrivateNetwork: true };
const publicUrl = 'https://regulars.agency.example';

let http: TestHttpApp;
let woo: FakeWooCommerce;
let storeId: StoreId;
let owner: Record<string, string>;
let marketer: Record<string, string>;

beforeAll(async () => {
  woo = await startFakeWooCommerce();
  http = await createTestHttpApp({
    apiRoutes: (database) => {
      const directory = createDirectory(database, watchSealer);
      const deps = { database, directory, sealer: watchSealer, adapters, adapterContext, publicUrl };
      return [syncRoutes(deps), connectionsRoutes(deps), ...createPlatformWatch(deps).routes];
    },
  });
  storeId = await seedStore(http.database);
  owner = await signIn(http, { role: 'owner' });
  marketer = await signIn(http, { role: 'marketer' });
});
afterAll(async () => {
  await http.close();
  await woo.close();
});
// A store has a shop once.
beforeEach(async () => {
  await http.database.withStore(storeId, (tx) => sql`delete from connection where store_id = ${storeId}`.execute(tx));
});

const connect = async (adapterId: string, config: object): Promise<ConnectionId> => {
  const directory = createDirectory(http.database, watchSealer);
  const added = await addConnection({ database: http.database, directory, sealer: watchSealer, adapters }, storeId, {
    purpose: 'platform',
    adapterId,
    config,
    webhookSecret: 'whsec_0123456789abcdef',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  return added.value.id;
};
const connectWoo = () => connect('woocommerce', { url: woo.url, key: woo.key, secret: woo.secret });
const post = (connectionId: string, path: string, headers = owner) =>
  http.app.inject({
    method: 'POST',
    url: `/api/v1/stores/${storeId}/connections/${connectionId}/${path}`,
    headers,
    payload: {},
  });
const syncOf = async (connectionId: string) => {
  const answer = await http.app.inject({ url: `/api/v1/stores/${storeId}/sync`, headers: owner });
  return answer
    .json<{ data: readonly { connectionId: string }[] }>()
    .data.find((each) => each.connectionId === connectionId);
};

describe('a connection', () => {
  it('has delivered nothing until the first webhook comes, though another of the store delivers', async () => {
    const [silent, telling] = [await connect('test-platform', {}), await connectWoo()];
    const receive = (id: ConnectionId) =>
      http.database.withStore(storeId, (tx) =>
        sql`insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, headers, body, state)
          values (${storeId}, ${newId()}, ${id}, 'platform', 'test-platform', 'events', '{}', '', 'processed')`.execute(
          tx,
        ),
      );
    await receive(telling);
    expect(await syncOf(telling)).toMatchObject({ hasDelivered: true });
    expect(await syncOf(silent)).toMatchObject({ hasDelivered: false });
    await receive(silent);
    expect(await syncOf(silent)).toMatchObject({ hasDelivered: true });
  });
});

describe('webhooks over the API', () => {
  it('are checked and repaired when somebody asks, and shown as they stand', async () => {
    const connectionId = await connectWoo();
    expect(await syncOf(connectionId)).toMatchObject({ canHook: true, hooks: null });
    const answer = (await post(connectionId, 'hooks/repair')).json<{ nextCheckAt: string; checkedAt: string }>();
    expect(answer).toMatchObject({ failure: null, repairedTopics: expect.arrayContaining(['order.updated']) });
    expect(Date.parse(answer.nextCheckAt)).toBeGreaterThan(Date.parse(answer.checkedAt));
    expect(await syncOf(connectionId)).toMatchObject({ hooks: answer });
  });

  it('are refused where the platform has none that we register', async () => {
    const connectionId = await connect('test-platform', {});
    expect((await post(connectionId, 'hooks/repair')).json()).toMatchObject({ status: 409, code: 'hooks.not_offered' });
    expect((await post(newId(), 'hooks/repair')).json()).toMatchObject({ code: 'connection.not_found' });
  });
});

describe('orders here and there over the API', () => {
  it('are compared when somebody asks, read again when they differ, and shown', async () => {
    const connectionId = await connectWoo();
    woo.addOrder({
      status: 'processing',
      date_created_gmt: toIsoString(toInstant(Date.now() - dayMs)).slice(0, 19),
    });
    expect((await post(connectionId, 'repair')).json()).toMatchObject({ code: 'order_check.nothing_differs' });
    const check = (await post(connectionId, 'counts')).json<object>();
    expect(check).toMatchObject({ ordersHere: 0, ordersThere: 1, compared: 1, missing: 1, sumThereMinor: 3980 });
    const repair = await post(connectionId, 'repair');
    expect([repair.statusCode, repair.json()]).toMatchObject([
      202,
      { data: [{ kind: 'repair', resource: 'orders', state: 'waiting' }] },
    ]);
    expect(await syncOf(connectionId)).toMatchObject({ canCount: true, count: check, pulls: [{ kind: 'repair' }] });
  });

  it('are refused where the platform cannot count, or cannot be read', async () => {
    const connectionId = await connect('test-platform', {});
    expect((await post(connectionId, 'counts')).json()).toMatchObject({ code: 'order_check.not_offered' });
    expect((await post(connectionId, 'repair')).json()).toMatchObject({ code: 'pull.not_offered' });
  });

  it('may be compared by whoever sees connections, and read again only by whoever may change them', async () => {
    const connectionId = await connectWoo();
    expect((await post(connectionId, 'counts', marketer)).statusCode).toBe(200);
    expect((await post(connectionId, 'repair', marketer)).statusCode).toBe(403);
    expect((await post(connectionId, 'hooks/repair', marketer)).statusCode).toBe(403);
  });
});

describe('a new webhook secret', () => {
  it('is of letters and digits only, which every platform signs with as they stand', async () => {
    const { webhookSecret } = (await post(await connectWoo(), 'rotate-secret')).json<{ webhookSecret: string }>();
    expect(webhookSecret).toMatch(/^whsec_[0-9a-f]{64}$/);
  });

  it('is refused where the platform signs with a secret of its own', async () => {
    const connectionId = await connect('shopify', {
      domain: 'my-shop.myshopify.com',
      access: 'token',
      clientSecret: 'shpss_0123456789abcdef0123456789abcdef',
      accessToken: 'shpat_0123456789abcdef0123456789abcdef',
    });
    expect((await post(connectionId, 'rotate-secret')).json()).toMatchObject({
      status: 409,
      code: 'connection.secret_fixed',
    });
  });
});
