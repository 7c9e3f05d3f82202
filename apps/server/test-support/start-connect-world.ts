import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { PlatformAdapter } from '@regulars/adapter-contracts';
import { minuteMs, type StoreId } from '@regulars/core/shared';
import { shopify } from '@regulars/platform-shopify';
import { woocommerce } from '@regulars/platform-woocommerce';
import { createPeopleAuth } from '../src/access/door.ts';
import { toRegistry } from '../src/adapters.ts';
import { createSealer } from '../src/foundation/secrets/seal.ts';
import { createHttpApp } from '../src/http/create-http-app.ts';
import { authorizeRoutes } from '../src/stores/authorize/authorize-routes.ts';
import { returnRoutes } from '../src/stores/authorize/return-routes.ts';
import { connectionsRoutes } from '../src/stores/connections-routes.ts';
import { createStore } from '../src/stores/create-store.ts';
import { createDirectory } from '../src/stores/directory.ts';
import { testPublicUrl } from './create-test-http-app.ts';
import { openTestDatabase } from './open-test-database.ts';
import { sendMerchant } from './send-merchant.ts';
import { signIn } from './sign-in.ts';

/** What platforms are told: WooCommerce posts by https only. */
export const connectPublicUrl = 'https://regulars.example';

export type ConnectWorld = Awaited<ReturnType<typeof startConnectWorld>>;

/** Two processes of one instance in which shops are connected, and its owner, signed in. Shops are reached by `fetch`. */
export async function startConnectWorld({ fetch }: { readonly fetch: typeof globalThis.fetch }) {
  const opened = await openTestDatabase();
  const { database } = opened;
  const adapters = toRegistry([shopify, woocommerce] as readonly PlatformAdapter[], []);
  const sealer = createSealer([{ id: 'test', key: randomBytes(32) }]);
  const secret = 'test '.repeat(10);
  const people = createPeopleAuth({ connectionString: opened.databaseUrl, publicUrl: testPublicUrl, secret });

  /** It remembers nothing, since stores are made between its requests. */
  async function startProcess(): Promise<FastifyInstance> {
    let nowMs = 0;
    const directory = createDirectory(database, sealer, () => (nowMs += minuteMs));
    const adapterContext = { timeoutMs: 10_000, allowPrivateNetwork: true, fetch };
    const deps = { database, directory, sealer, adapters, adapterContext, publicUrl: connectPublicUrl };
    return await createHttpApp({
      publicUrl: testPublicUrl,
      kind: 'real',
      version: '0.0.0-test',
      trustedProxies: 0,
      dashboardFolder: null,
      logger: pino({ level: 'silent' }),
      database,
      sealer,
      directory,
      auth: people.auth,
      health: { readiness: async () => [], report: async () => [] },
      metrics: { contentType: 'text/plain', metrics: async () => '' },
      apiRoutes: [connectionsRoutes(deps), authorizeRoutes(deps)],
      publicRoutes: [returnRoutes(deps)],
      fastRoutes: [],
    });
  }

  const processes = [await startProcess(), await startProcess()] as const;
  const [app] = processes;
  const owner = await signIn({ app, database }, { role: 'owner' });
  return {
    database,
    clock: opened.clock,
    sealer,
    merchantOf: (storeId: StoreId) =>
      sendMerchant({ publicUrl: connectPublicUrl, database, processes, headers: owner }, storeId),
    async openStore(): Promise<{ readonly id: StoreId; readonly slug: string }> {
      const slug = `shop-${randomBytes(4).toString('hex')}`;
      const directory = createDirectory(database, sealer);
      const created = await createStore({ database, directory, installers: [] }, { slug, name: 'Shop' });
      if (!created.ok) throw new Error('The store was not made.');
      return { id: created.value.id, slug };
    },
    /** Connects a shop by what is typed in, and nobody is asked. */
    async addByHand(storeId: StoreId, adapterId: string, config: object): Promise<object> {
      const url = `/api/v1/stores/${storeId}/connections`;
      const payload = { purpose: 'platform', adapterId, config };
      return (await app.inject({ method: 'POST', url, headers: owner, payload })).json<object>();
    },
    async close() {
      for (const process of processes) await process.close();
      await people.close();
      await opened.close();
    },
  };
}
