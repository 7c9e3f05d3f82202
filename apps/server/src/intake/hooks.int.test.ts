import { fastify, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestStore, type TestStore } from '../../test-support/create-test-store.ts';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { registryOf, sign, testPlatform } from '../../test-support/test-platform.ts';
import { createConnectionPool } from '../foundation/database/connection-pool.ts';
import { createDatabase, type Database } from '../foundation/database/database.ts';
import { answerErrors } from '../http/answer-errors.ts';
import { sealWebhookSecret } from '../stores/connections.ts';
import { rotateWebhookSecret } from '../stores/repository.ts';
import { createWebhookAcceptor } from './accept-webhook.ts';
import { claimDeliveries } from './claim-deliveries.ts';
import { hooks } from './hooks.ts';
import { replayPoison } from './repository.ts';
import { settleDeliveries } from './settle-deliveries.ts';

const adapters = registryOf(testPlatform);
let opened: OpenTestDatabase;
let shop: TestStore;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  shop = await createTestStore(opened.database, { adapters, adapterId: 'test-platform' });
  app = await serveHooks(opened.database);
});

async function serveHooks(database: Database): Promise<FastifyInstance> {
  const server = fastify();
  answerErrors(server);
  const acceptWebhook = createWebhookAcceptor({
    database,
    directory: shop.directory,
    adapters,
    wallClockMs: () => Date.now(),
    onAccepted: () => undefined,
  });
  await server.register(hooks, { acceptWebhook });
  return server;
}

const body = Buffer.from('[{"kind":"ignored","reason":"test"}]');
const post = (payload: Buffer, headers: Record<string, string>, token = shop.hookToken) =>
  app.inject({
    method: 'POST',
    url: `/hooks/${token}`,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });
const postSigned = (payload: Buffer, secret = shop.webhookSecret) =>
  post(payload, { 'x-signature': sign(payload, secret) });
const kept = () =>
  opened.database.withStore(
    shop.store.id,
    async (tx) =>
      (await sql<{ body: Buffer; state: string }>`select body, state from delivery order by id`.execute(tx)).rows,
  );

describe('a webhook', () => {
  it('is answered 200 when it is kept, byte for byte', async () => {
    const odd = Buffer.concat([body, Buffer.from([0x20, 0xff, 0x00, 0x0a])]);
    expect((await postSigned(odd)).statusCode).toBe(200);
    expect((await kept())[0]?.body).toEqual(odd);
  });

  it('is kept once, however often it is delivered', async () => {
    const answers = await Promise.all([postSigned(body), postSigned(body), postSigned(body)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await kept()).toHaveLength(1);
  });

  it('is refused with 404 at an address nobody has', async () => {
    const answer = await post(body, {}, 'x'.repeat(32));
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'webhook.unknown_address' });
  });

  it('is refused with 401 when its signature is missing or wrong, and not kept', async () => {
    expect((await post(body, {})).json()).toMatchObject({ status: 401, code: 'webhook.signature_missing' });
    expect((await postSigned(body, 'another secret')).json()).toMatchObject({
      status: 401,
      code: 'webhook.signature_invalid',
    });
    expect(await kept()).toEqual([]);
  });

  it('is refused with 413 when it is larger than 5 MB, and not kept', async () => {
    expect((await postSigned(Buffer.alloc(10 * 1024 * 1024, 0x20))).statusCode).toBe(413);
    expect(await kept()).toEqual([]);
  });

  it('that is only a ping is answered 200 and not kept', async () => {
    expect((await post(body, { 'x-ping': '1' })).statusCode).toBe(200);
    expect(await kept()).toEqual([]);
  });

  it('verifies by the secret before the last one for a day after a rotation', async () => {
    const { id } = shop.store;
    await opened.database.withStore(id, (tx) =>
      rotateWebhookSecret(
        tx,
        id,
        shop.connectionId,
        sealWebhookSecret(shop.sealer, id, shop.connectionId, 'new secret'),
      ),
    );
    shop.directory.forget();
    expect((await postSigned(body)).statusCode).toBe(200);
    expect((await postSigned(Buffer.from('[]'), 'new secret')).statusCode).toBe(200);
    await opened.database.withDirectory((tx) =>
      sql`update connection set previous_secret_until = clock_now() - interval '1 second' where id = ${shop.connectionId}`.execute(
        tx,
      ),
    );
    shop.directory.forget();
    expect((await postSigned(Buffer.from('[ ]'))).statusCode).toBe(401);
  });

  it('is answered 503, never 2xx, while the database is down', async () => {
    // The address is known already: the database went away just now.
    await shop.directory.findByHookToken(shop.hookToken);
    const away = createDatabase({
      pool: createConnectionPool({ connectionString: 'postgres://nobody@127.0.0.1:1/none', maxConnections: 1 }),
    });
    app = await serveHooks(away);
    const answer = await postSigned(body);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
    await away.close();
  });

  it('that could not be used is kept as poison until somebody replays it', async () => {
    await postSigned(body);
    const { id } = shop.store;
    const claim = () => opened.database.withStore(id, (tx) => claimDeliveries(tx, id, 10));
    const [delivery] = await claim();
    await opened.database.withStore(id, (tx) =>
      settleDeliveries(tx, id, [
        {
          id: delivery!.id,
          state: 'poison',
          reason: 'order.currency_unknown',
          path: '/currency',
          message: 'No such currency.',
        },
      ]),
    );
    expect(await claim()).toEqual([]);
    expect((await kept())[0]).toMatchObject({ state: 'poison', body });
    expect(await opened.database.withStore(id, (tx) => replayPoison(tx, id, delivery!.id))).toBe(1);
    expect((await claim())[0]).toMatchObject({ id: delivery!.id, attempt: 0 });
  });

  it('that waits comes again when its time has come', async () => {
    await postSigned(body);
    const { id } = shop.store;
    await opened.database.withStore(id, async (tx, now) => {
      const [delivery] = await claimDeliveries(tx, id, 10);
      await settleDeliveries(tx, id, [
        { id: delivery!.id, state: 'waiting', reason: 'refund.order_unknown', retryAt: (now + 60_000) as typeof now },
      ]);
    });
    const claim = () => opened.database.withStore(id, (tx) => claimDeliveries(tx, id, 10));
    expect(await claim()).toEqual([]);
    opened.clock.shiftMs = 61_000;
    expect(await claim()).toHaveLength(1);
    opened.clock.shiftMs = 0;
  });
});
