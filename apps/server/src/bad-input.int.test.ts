import { fastify, type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { toDelivery } from '@regulars/adapter-testkit';
import { toSignedHeaders, webhook } from '@regulars/platform-webhook';
import { woocommerce } from '@regulars/platform-woocommerce';
import { createTestStore, type TestStore } from '../test-support/create-test-store.ts';
import { openTestDatabase, type OpenTestDatabase } from '../test-support/open-test-database.ts';
import { registryOf } from '../test-support/test-platform.ts';
import { applyDeliveries } from './customers/apply-deliveries.ts';
import { createTemplateCompiler } from './delivery/door.ts';
import recorded from './first-store/recorded-order.json' with { type: 'json' };
import { answerErrors } from './http/answer-errors.ts';
import { createWebhookAcceptor } from './intake/accept-webhook.ts';
import { hooks } from './intake/hooks.ts';

const adapters = registryOf(woocommerce, webhook);
let opened: OpenTestDatabase;
let shop: TestStore;
let app: FastifyInstance;

beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());
beforeEach(() => openShop('woocommerce'));

async function openShop(adapterId: string): Promise<void> {
  shop = await createTestStore(opened.database, { adapters, adapterId });
  app = fastify();
  answerErrors(app);
  const acceptWebhook = createWebhookAcceptor({
    database: opened.database,
    directory: shop.directory,
    adapters,
    wallClockMs: () => Date.now(),
    onAccepted: () => undefined,
  });
  await app.register(hooks, { acceptWebhook });
}

const send = (payload: string | Buffer, headers: Readonly<Record<string, string>>, token = shop.hookToken) =>
  app.inject({ method: 'POST', url: `/hooks/${token}`, payload, headers });

/** Signed as WooCommerce signs. */
function sendOrder(payload: unknown) {
  const { headers, body } = toDelivery({ hookUrl: '', topic: 'order.created', payload, secret: shop.webhookSecret });
  return send(body, headers);
}

async function work(): Promise<void> {
  const deps = {
    database: opened.database,
    log: pino({ level: 'silent' }),
    platformAdapter: adapters.findPlatformAdapter,
    connectionConfig: async () => ({}),
    connectPlatform: async () => null,
    thinAdapterIds: [],
  };
  while ((await applyDeliveries(deps, shop.store.id)) > 0);
}

const rows = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  opened.database.withStore(shop.store.id, async (tx) => (await statement.execute(tx)).rows);
const kept = () =>
  rows(sql<{ state: string; path: string | null; message: string | null; bytes: number }>`
    select state, path, message, octet_length(body) as bytes from delivery`);
const [line] = recorded.line_items;

describe('bad input', () => {
  it('to an unknown address is told so, and nothing is kept', async () => {
    const answer = await send('{}', { 'content-type': 'application/json' }, 'A'.repeat(32));
    expect(answer.json()).toMatchObject({ status: 404, code: 'webhook.unknown_address' });
    expect(await kept()).toEqual([]);
  });

  it('with a wrong signature is told so, and nothing is kept', async () => {
    const { headers, body } = toDelivery({ hookUrl: '', topic: 'order.created', payload: recorded, secret: 'guessed' });
    expect((await send(body, headers)).json()).toMatchObject({ status: 401, code: 'webhook.signature_invalid' });
    expect(await kept()).toEqual([]);
  });

  it('of ten megabytes is told so, and nothing is kept', async () => {
    const answer = await send(Buffer.alloc(10 * 1024 * 1024, 0x20), { 'content-type': 'application/json' });
    expect(answer.json()).toMatchObject({ status: 413, code: 'request.too_large' });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['truncated JSON', JSON.stringify(recorded).slice(0, 500), ''],
    ['an unknown currency', { ...recorded, currency: 'XXQ' }, '/currency'],
    ['a negative quantity', { ...recorded, line_items: [{ ...line, quantity: -1 }] }, '/line_items/0/quantity'],
  ])(
    'of %s is answered 200, kept whole with its place and what would be right, and makes no order',
    async (_, payload, path) => {
      expect((await sendOrder(payload)).statusCode).toBe(200);
      await work();
      const [delivery] = await kept();
      expect(delivery).toMatchObject({ state: 'poison', path });
      expect(delivery?.message).toMatch(/\w{3,}.*\./);
      expect(delivery?.bytes).toBeGreaterThan(100);
      expect(await rows(sql`select * from orders`)).toEqual([]);
    },
  );

  it('of an order without an e-mail address is an order of nobody', async () => {
    expect(
      (await sendOrder({ ...recorded, customer_id: 0, billing: { ...recorded.billing, email: '' } })).statusCode,
    ).toBe(200);
    await work();
    expect(await rows(sql`select number, customer_id as customer from orders`)).toEqual([
      { number: '18', customer: null },
    ]);
    expect(await rows(sql`select * from customer`)).toEqual([]);
  });

  it('signed by a clock that is six minutes off is told so, and nothing is kept', async () => {
    await openShop('webhook');
    const body = '{"spec":"1","id":"evt_1","type":"ping"}';
    const at = (offsetS: number) => Math.floor(Date.now() / 1_000) + offsetS;
    const sendAt = async (offsetS: number) =>
      (await send(body, { ...toSignedHeaders(shop.webhookSecret, 'evt_1', at(offsetS), body) })).json();
    for (const offsetS of [-360, 360])
      expect(await sendAt(offsetS)).toMatchObject({ status: 401, code: 'webhook.timestamp_out_of_tolerance' });
    expect(await kept()).toEqual([]);
  });

  it.each([
    ['a loop without end', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['a file of this machine', "{% render '/etc/passwd' %}"],
    ['a word that nobody lends', '{{ constructor.prototype }}'],
  ])('in a template with %s is refused with its place, quickly', async (_, body) => {
    const [result] = await createTemplateCompiler().compile([
      { key: 'hostile', locale: 'en', subject: 'Hi', preheader: 'Hi', body },
    ]);
    expect(result?.ok).toBe(false);
    if (result?.ok === false)
      expect(result.failure[0]).toMatchObject({ path: '/body', code: expect.stringMatching(/^template\./) });
  });
});
