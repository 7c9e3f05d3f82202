import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConnectionId, StoreId } from '@regulars/core/shared';
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

interface Shop {
  readonly storeId: StoreId;
  readonly slug: string;
  readonly connectionId: ConnectionId;
}

let http: TestHttpApp;
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
  http = await createTestHttpApp({
    apiRoutes: (database) => [reportsRoutes({ database, directory: createDirectory(database, sealer), adapters })],
  });
  coffee = await openShop(http.database, 'coffee', 'woocommerce', {
    url: 'https://shop.example',
    key: 'ck_0123456789abcdef0123456789abcdef01234567',
    secret: 'cs_0123456789abcdef0123456789abcdef01234567',
  });
  knives = await openShop(http.database, 'knives', 'test-platform', {});
  owner = await signIn(http, { role: 'owner' });
  client = await signIn(http, { role: 'client', storeIds: [knives.storeId] });
});
afterAll(async () => {
  await http.close();
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
    readonly reading: object | null;
  }[];
}

const get = (path: string, headers: Record<string, string>) => http.app.inject({ url: `/api/v1${path}`, headers });
const run = ({ storeId }: Shop, statement: ReturnType<typeof sql>) =>
  http.database.withStore(storeId, (tx) => statement.execute(tx));
const needsOf = async ({ slug }: Shop, headers = owner) =>
  (await get('/fleet', headers)).json<Fleet>().data.find(({ store }) => store.slug === slug)?.needs ?? [];

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

describe('what the room sync found out', () => {
  const keepCheck = (change: { here?: number; there?: number; missing?: number; failure?: string }) => {
    const { here = 3, there = 3, missing = 0, failure = null } = change;
    return run(
      coffee,
      sql`insert into order_check (store_id, connection_id, due_at, checked_at, span_from, span_until, orders_here, orders_there, missing,
                                   currency, failure_code, failure_message)
          values (${coffee.storeId}, ${coffee.connectionId}, clock_now(), clock_now(), clock_now(), clock_now(), ${here}, ${there}, ${missing},
                  'EUR', ${failure}, ${failure})
          on conflict (store_id, connection_id) do update
          set orders_here = excluded.orders_here, orders_there = excluded.orders_there, missing = excluded.missing,
              failure_code = excluded.failure_code, failure_message = excluded.failure_message`,
    );
  };

  it('needs somebody while the numbers of orders are apart, and no longer', async () => {
    await keepCheck({ there: 4 });
    expect(await needsOf(coffee)).toContainEqual(
      expect.objectContaining({ code: 'orders.apart', values: { here: 3, there: 4 } }),
    );
    await keepCheck({});
    expect((await needsOf(coffee)).map(({ code }) => code)).toEqual(['deliveries.poison']);
    expect((await get(`/stores/${coffee.storeId}/summary`, owner)).json()).toMatchObject({
      platforms: [{ last: { ordersHere: 3, ordersThere: 3, missing: 0, failure: null } }],
    });
  });

  it('needs somebody while orders differ, though there are as many', async () => {
    await keepCheck({ missing: 2 });
    expect(await needsOf(coffee)).toContainEqual(expect.objectContaining({ code: 'orders.different', count: 2 }));
  });

  it('needs somebody while the platform cannot be asked, with the reason', async () => {
    await keepCheck({ failure: 'unavailable' });
    expect(await needsOf(coffee)).toContainEqual(
      expect.objectContaining({ code: 'connection.unreachable', values: { reason: 'unavailable' } }),
    );
    await keepCheck({});
  });

  it('needs nobody where a connection has no key: its platform only sends', async () => {
    await keepCheck({ failure: 'misconfigured' });
    expect((await needsOf(coffee)).map(({ code }) => code)).toEqual(['deliveries.poison']);
    await keepCheck({});
  });

  it('tells of each store how far its history is read, until it is', async () => {
    const keepPulls = (state: string) =>
      run(
        coffee,
        sql`insert into pull (store_id, id, connection_id, kind, resource, state, events_done, orders_done, parts_rejected, total)
            values (${coffee.storeId}, gen_random_uuid(), ${coffee.connectionId}, 'backfill', 'customers', 'done', 300, 0, 0, null),
                   (${coffee.storeId}, gen_random_uuid(), ${coffee.connectionId}, 'backfill', 'orders', ${state}, 90, 78, 2, 400)
            on conflict (store_id, connection_id, kind, resource) do update set state = excluded.state`,
      );
    const readingOf = async () =>
      (await get('/fleet', owner)).json<Fleet>().data.find(({ store }) => store.slug === coffee.slug)?.reading;
    expect(await readingOf()).toBeNull();
    await keepPulls('running');
    expect(await readingOf()).toEqual({ done: 80, total: 400 });
    await keepPulls('done');
    expect(await readingOf()).toBeNull();
  });

  it('needs somebody while the platform refuses to be read', async () => {
    const settle = (state: string, code: string | null) =>
      run(coffee, sql`update pull set state = ${state}, failure_code = ${code} where resource = 'orders'`);
    await settle('failed', 'unauthenticated');
    expect(await needsOf(coffee)).toContainEqual(expect.objectContaining({ code: 'pulls.failed', count: 1 }));
    await settle('done', null);
    expect((await needsOf(coffee)).map(({ code }) => code)).not.toContain('pulls.failed');
  });

  it('needs somebody while webhooks do not come, and once they do no longer', async () => {
    const keepHooks = (state: string) =>
      run(
        coffee,
        sql`insert into hook_check (store_id, connection_id, due_at, target_hash, checked_at, topics)
            values (${coffee.storeId}, ${coffee.connectionId}, clock_now(), '', clock_now(),
                    jsonb_build_array(jsonb_build_object('topic', 'order.updated', 'state', ${state}::text)))
            on conflict (store_id, connection_id) do update set topics = excluded.topics`,
      );
    await keepHooks('disabled');
    expect(await needsOf(coffee)).toContainEqual(expect.objectContaining({ code: 'hooks.missing', count: 1 }));
    await keepHooks('active');
    expect((await needsOf(coffee)).map(({ code }) => code)).not.toContain('hooks.missing');
  });
});
