import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeWooCommerce, type FakeWooCommerce } from '@regulars/adapter-testkit';
import { dayMs, toInstant, toIsoString, type ConnectionId, type StoreId } from '@regulars/core/shared';
import { woocommerce } from '@regulars/platform-woocommerce';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { registryOf, testPlatform } from '../../test-support/test-platform.ts';
import type { Database } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { addConnection } from '../stores/add-connection.ts';
import { createStore } from '../stores/create-store.ts';
import { createDirectory } from '../stores/directory.ts';
import { refreshFigures } from './refresh-figures.ts';
import { reportsRoutes } from './routes.ts';

const adapters = registryOf(woocommerce, testPlatform);
const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 2) }]);
const adapterContext = { timeoutMs: 5_000, allowPrivateNetwork: true };

interface Shop {
  readonly storeId: StoreId;
  readonly slug: string;
  readonly connectionId: ConnectionId;
}

let http: TestHttpApp;
let woo: FakeWooCommerce;
let coffee: Shop;
let knives: Shop;
let owner: Record<string, string>;
let client: Record<string, string>;

async function openShop(database: Database, slug: string, adapterId: string, config: object): Promise<Shop> {
  const directory = createDirectory(database, sealer);
  const store = await createStore({ database, directory, installers: [] }, { slug, name: slug, currency: 'EUR' });
  if (!store.ok) throw new Error(JSON.stringify(store.failure));
  const connection = await addConnection({ database, directory, sealer, adapters }, store.value.id, {
    purpose: 'platform',
    adapterId,
    config,
    webhookSecret: 'a secret of the shop',
  });
  if (!connection.ok) throw new Error(JSON.stringify(connection.failure));
  return { storeId: store.value.id, slug, connectionId: connection.value.id };
}

beforeAll(async () => {
  woo = await startFakeWooCommerce();
  http = await createTestHttpApp({
    apiRoutes: (database) => [
      reportsRoutes({ database, directory: createDirectory(database, sealer), adapters, adapterContext }),
    ],
  });
  const { url, key, secret } = woo;
  coffee = await openShop(http.database, 'coffee', 'woocommerce', { url, key, secret });
  knives = await openShop(http.database, 'knives', 'test-platform', {});
  owner = await signIn(http, { role: 'owner' });
  client = await signIn(http, { role: 'client', storeIds: [knives.storeId] });
});
afterAll(async () => {
  await http.close();
  await woo.close();
});

interface Need {
  readonly code: string;
  readonly count: number | null;
}
interface Fleet {
  readonly data: readonly {
    readonly store: { slug: string };
    readonly needs: readonly Need[];
    figures: object | null;
  }[];
}

const get = (path: string, headers: Record<string, string>) => http.app.inject({ url: `/api/v1${path}`, headers });
const countAgain = ({ storeId }: Shop, headers = owner) =>
  http.app.inject({ method: 'POST', url: `/api/v1/stores/${storeId}/order-count`, headers, payload: {} });
const run = ({ storeId }: Shop, statement: ReturnType<typeof sql>) =>
  http.database.withStore(storeId, (tx) => statement.execute(tx));
const needsOf = async ({ slug }: Shop, headers = owner) =>
  (await get('/fleet', headers)).json<Fleet>().data.find(({ store }) => store.slug === slug)?.needs ?? [];

const placed = async (shop: Shop, agoMs: number, { status = 'paid', isDeleted = false } = {}) => {
  const at = toIsoString(toInstant(Date.now() - agoMs));
  await run(
    shop,
    sql`insert into orders (store_id, id, connection_id, external_id, number, placed_at, source_updated_at, status, platform_status,
                            currency, grand_minor, discount_minor, refunded_minor, model, received_at, deleted_at)
        values (${shop.storeId}, ${newId()}, ${shop.connectionId}, ${newId()}, '1', ${at}::timestamptz, ${at}::timestamptz, ${status}, 'x',
                'EUR', 1000, 0, 0, '{}', clock_now(), case when ${isDeleted} then clock_now() end)`,
  );
  return at;
};

describe('the page of all stores', () => {
  it('shows an owner all of them and a client theirs', async () => {
    const slugs = async (headers: Record<string, string>) =>
      (await get('/fleet', headers)).json<Fleet>().data.map(({ store }) => store.slug);
    expect(await slugs(owner)).toEqual(['coffee', 'knives']);
    expect(await slugs(client)).toEqual(['knives']);
  });

  it('has no figures until they are added up for the first time', async () => {
    const figures = async () =>
      (await get('/fleet', owner)).json<Fleet>().data.find(({ store }) => store.slug === 'knives')?.figures;
    expect(await figures()).toBeNull();
    await refreshFigures({ database: http.database, monotonicMs: () => 0 }, knives.storeId);
    expect(await figures()).toMatchObject({ buyers: 0, regulars: 0, averageMinor: null, medianMinor: null });
  });

  it('puts the store first that needs somebody most, and says why', async () => {
    await run(
      knives,
      sql`insert into sequence (store_id, id, key, name, state) values (${knives.storeId}, ${newId()}, 'a', 'A', 'draft')`,
    );
    expect((await get('/fleet', owner)).json<Fleet>().data.map(({ store }) => store.slug)).toEqual([
      'knives',
      'coffee',
    ]);
    await run(
      coffee,
      sql`insert into delivery (store_id, id, connection_id, purpose, adapter_id, topic, headers, body, state)
          values (${coffee.storeId}, ${newId()}, ${coffee.connectionId}, 'platform', 'woocommerce', 'order.updated', '{}', '', 'poison')`,
    );
    const { data } = (await get('/fleet', owner)).json<Fleet>();
    expect(data.map(({ store, needs }) => [store.slug, needs.map(({ code }) => code)])).toEqual([
      ['coffee', ['deliveries.poison']],
      ['knives', ['sequences.off']],
    ]);
    await run(
      knives,
      sql`update connection set paused_reason = 'platform.unauthenticated' where store_id = ${knives.storeId}`,
    );
    expect((await get('/fleet', owner)).json<Fleet>().data[0]?.needs).toMatchObject([
      {
        code: 'connection.paused',
        urgency: 'now',
        place: 'connections',
        values: { reason: 'platform.unauthenticated' },
      },
      { code: 'sequences.off' },
    ]);
  });

  it('troubles a client with nothing they may not see to', async () => {
    expect((await needsOf(knives, client)).map(({ code }) => code)).toEqual(['sequences.off']);
  });
});

describe('one store at a glance', () => {
  it('is hidden from a client of another store, as if it did not exist', async () => {
    expect((await get(`/stores/${coffee.storeId}/summary`, client)).json()).toMatchObject({
      status: 404,
      code: 'store.not_found',
    });
    expect((await get(`/stores/${knives.storeId}/summary`, client)).statusCode).toBe(200);
  });

  it('says which platforms can count their orders', async () => {
    expect((await get(`/stores/${coffee.storeId}/summary`, owner)).json()).toMatchObject({
      platforms: [{ platform: 'WooCommerce', canCount: true, last: null }],
    });
    expect((await get(`/stores/${knives.storeId}/summary`, owner)).json()).toMatchObject({
      platforms: [{ platform: 'Test platform', canCount: false, last: null }],
    });
  });
});

describe('orders here and there', () => {
  it('are counted alike: whatever their status, without the deleted, of the last 30 days', async () => {
    const there = async (status: string, agoMs: number, change?: Parameters<typeof placed>[2]) =>
      woo.addOrder({ status, date_created_gmt: (await placed(coffee, agoMs, change)).slice(0, 19) });
    await there('processing', dayMs);
    await there('cancelled', 2 * dayMs, { status: 'cancelled' });
    await there('pending', 29 * dayMs, { status: 'pending' });
    await there('trash', 3 * dayMs, { isDeleted: true });
    await there('completed', 31 * dayMs, { status: 'fulfilled' });
    const counted = await countAgain(coffee);
    expect(counted.json()).toMatchObject({
      platforms: [{ canCount: true, last: { ordersHere: 3, ordersThere: 3, failure: null } }],
    });
    expect((await needsOf(coffee)).map(({ code }) => code)).toEqual(['deliveries.poison']);
  });

  it('that differ need somebody until they are counted again as equal', async () => {
    woo.addOrder({ status: 'processing', date_created_gmt: toIsoString(toInstant(Date.now() - dayMs)).slice(0, 19) });
    await countAgain(coffee);
    expect(await needsOf(coffee)).toContainEqual(
      expect.objectContaining({ code: 'orders.apart', values: { here: 3, there: 4 } }),
    );
    await placed(coffee, dayMs);
    await countAgain(coffee);
    expect((await needsOf(coffee)).map(({ code }) => code)).not.toContain('orders.apart');
  });

  it('keep the last count, with its time, and the reason when the platform could not be asked', async () => {
    woo.fail({ kind: 'answerInstead', status: 503 }, { method: 'GET' });
    expect((await countAgain(coffee)).json()).toMatchObject({
      platforms: [{ last: { ordersHere: null, ordersThere: null, failure: 'unavailable' } }],
    });
    expect(await needsOf(coffee)).toContainEqual(
      expect.objectContaining({ code: 'connection.unreachable', values: { reason: 'unavailable' } }),
    );
    const { platforms } = (await get(`/stores/${coffee.storeId}/summary`, owner)).json<{
      platforms: { last: { countedAt: string } }[];
    }>();
    expect(Date.now() - Date.parse(platforms[0]?.last.countedAt ?? '')).toBeLessThan(60_000);
  });

  it('are refused in words where no platform can count', async () => {
    expect((await countAgain(knives)).json()).toMatchObject({ status: 409, code: 'order_count.not_offered' });
  });

  it('are counted by nobody who may not see connections', async () => {
    expect((await countAgain(knives, client)).statusCode).toBe(403);
  });
});
