import { randomBytes } from 'node:crypto';
import type { AdapterContext, PlatformAdapter } from '@regulars/adapter-contracts';
import { startFakeShopify, type FakeShopify } from '@regulars/adapter-testkit';
import type { StoreId } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { toRegistry } from '../adapters.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { addConnection } from './add-connection.ts';
import { checkConnection } from './check-connection.ts';
import { createStore } from './create-store.ts';
import { createDirectory } from './directory.ts';
import { listConnections, setConnectionPause } from './repository.ts';

const adapters = toRegistry([shopify] as readonly PlatformAdapter[], []);
const sealer = createSealer([{ id: 'test', key: randomBytes(32) }]);
let opened: OpenTestDatabase;
let shop: FakeShopify;
beforeAll(async () => {
  opened = await openTestDatabase();
  shop = await startFakeShopify();
});
afterAll(async () => {
  await shop.close();
  await opened.close();
});

/** The tool belt of one process: each has a directory of its own. */
function startProcess() {
  const { database } = opened;
  const adapterContext: AdapterContext = { timeoutMs: 10_000, allowPrivateNetwork: true, fetch: shop.fetch };
  return { database, sealer, adapters, adapterContext, directory: createDirectory(database, sealer) };
}

async function connectShop(slug = 'fake-shop'): Promise<StoreId> {
  const deps = startProcess();
  const store = await createStore({ ...deps, installers: [] }, { slug, name: 'Fake shop' });
  if (!store.ok) throw new Error('The store was not created.');
  const { domain, clientId, clientSecret } = shop;
  const config = { domain, clientId, clientSecret, access: 'clientCredentials' };
  await addConnection(deps, store.value.id, {
    purpose: 'platform',
    adapterId: 'shopify',
    config,
    webhookSecret: clientSecret,
  });
  return store.value.id;
}

it('a token that one process was lent serves the others, and lies sealed', async () => {
  const storeId = await connectShop();
  for (const deps of [startProcess(), startProcess()]) {
    const [row] = await deps.database.withStore(storeId, (tx) => listConnections(tx, storeId));
    if (row === undefined) throw new Error('There is no connection.');
    expect(await checkConnection(deps, row)).toEqual({ ok: true, code: null, message: null });
  }
  expect(shop.requests.filter(({ path }) => path === '/admin/oauth/access_token')).toHaveLength(1);
  const { rows } = await opened.database.withStore(storeId, (tx) =>
    sql<{ loan: string }>`select loan_sealed as loan from connection where store_id = ${storeId}`.execute(tx),
  );
  expect(rows[0]?.loan).toMatch(/^v1\./);
  expect(rows[0]?.loan).not.toContain('shpat_');
});

it.for([
  ['mail.unauthenticated', null],
  ['platform.disconnected', null],
  ['platform.erasing', 'platform.erasing'],
  ['platform.erased', 'platform.erased'],
] as const)('a connection at rest for %s has the pause %s after a check that succeeds', async ([before, after]) => {
  const storeId = await connectShop(before.replace('.', '-'));
  const deps = startProcess();
  const read = async () => {
    const [row] = await deps.database.withStore(storeId, (tx) => listConnections(tx, storeId));
    if (row === undefined) throw new Error('There is no connection.');
    return row;
  };
  const resting = await read();
  await deps.database.withStore(storeId, (tx) => setConnectionPause(tx, storeId, resting.id, before));
  expect(await checkConnection(deps, resting)).toMatchObject({ ok: true });
  expect((await read()).pausedReason).toBe(after);
});
