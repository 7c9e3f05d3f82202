import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hourMs, type CustomerId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { Problem } from '../foundation/errors/index.ts';
import { newId } from '../foundation/ids.ts';
import { deliveryRoutes } from './routes.ts';

let world: DeliveryWorld;
let app: FastifyInstance;
let storeId: StoreId;
let otherId: StoreId;
let ada: CustomerId;
let bo: CustomerId;
const sequenceId = newId();
const enrollment = { enrollmentId: newId(), sequenceId, sequenceKey: 'thanks', stepId: 'check-in', visit: 1 };

/** Ada got a thank-you and a check-in; a second check-in was too many in a day. Bo got a check-in. */
beforeAll(async () => {
  world = await startDeliveryWorld();
  app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler((error, _request, reply) =>
    reply.status(400).send({ code: error instanceof Problem ? error.code : 'request.invalid' }),
  );
  await app.register(deliveryRoutes(world));
  storeId = await world.openStore();
  otherId = await world.openStore();
  ada = await world.addCustomer(storeId, { email: 'ada@buyer.test' });
  bo = await world.addCustomer(storeId, { email: 'bo@buyer.test' });
  await world.plan(storeId, ada, { templateKey: 'thank-you', purpose: 'transactional' });
  await world.plan(storeId, ada, {});
  await world.plan(storeId, bo, {});
  await world.send.work(storeId);
  await world.plan(storeId, ada, {});
  await world.send.work(storeId);
  // As if a step had planned them: who is not in that sequence would not be written to.
  await world.inStore(storeId, (tx) =>
    sql`update effect set payload = payload || ${JSON.stringify({ enrollment })}::jsonb
        where customer_id = ${ada} and payload->>'templateKey' = 'check-in'`.execute(tx),
  );
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const get = async (path: string, id = storeId) => (await app.inject({ url: `/stores/${id}${path}` })).json();
const count = async (path: string, id = storeId) => ((await get(path, id)) as { data: unknown[] }).data.length;

describe('the mailbox', () => {
  it('is narrowed to a customer or a template, and is nobody else’s', async () => {
    expect(await count('/mailbox')).toBe(3);
    expect(await get(`/mailbox?customerId=${ada}&templateKey=check-in`)).toMatchObject({
      data: [{ recipient: 'Ada <ada@buyer.test>', templateKey: 'check-in', customerId: ada }],
    });
    expect(await count('/mailbox?templateKey=check-in')).toBe(2);
    expect(await count(`/mailbox?customerId=${ada}`, otherId)).toBe(0);
  });
});

describe('messages', () => {
  it('are narrowed to a step of a sequence and the reason they did not go', async () => {
    const path = `/messages?sequenceId=${sequenceId}&stepId=check-in`;
    expect(await count(path)).toBe(2);
    expect(await get(`${path}&state=skipped&reason=cap`)).toMatchObject({ data: [{ customerId: ada, reason: 'cap' }] });
    expect(await count(`${path}&reason=unsubscribed`)).toBe(0);
    expect(await count(path, otherId)).toBe(0);
  });

  it('that were one too many tell which limit it was, and until when it held', async () => {
    const skipped = (await world.eventsOf(storeId, ada)).find(({ kind }) => kind === 'messageSkipped');
    expect(skipped?.data).toMatchObject({
      reason: 'cap',
      cap: { messages: 1, withinMs: 16 * hourMs, freeAt: expect.any(Number) },
    });
  });
});

describe('suppressions', () => {
  it('are narrowed to one address, however it is written', async () => {
    await app.inject({
      method: 'POST',
      url: `/stores/${storeId}/suppressions`,
      payload: { recipient: 'ada@buyer.test', note: 'by phone' },
    });
    await app.inject({
      method: 'POST',
      url: `/stores/${storeId}/suppressions`,
      payload: { recipient: 'bo@buyer.test', note: 'by phone' },
    });
    expect(await get('/suppressions?email=ADA@buyer.test')).toMatchObject({ data: [{ recipient: 'ada@buyer.test' }] });
    expect(await count('/suppressions?email=nobody')).toBe(0);
  });
});

describe('a template', () => {
  it('is shown as a customer would get it: the store’s own name and sender, their first name', async () => {
    const example = (await get('/templates/thank-you/nl/preview')) as Record<string, string>;
    expect(example).toMatchObject({ version: 1, sender: 'Anna <anna@shop.test>', recipient: 'Ada <ada@example.com>' });
    expect(example['text']).toContain('Blue Bottle');
    expect(await get(`/templates/thank-you/en/preview?customerId=${bo}`)).toMatchObject({
      recipient: 'Ada <bo@buyer.test>',
      subject: expect.stringMatching(/\S/),
    });
    const asMarketing = (await get('/templates/thank-you/en/preview')) as Record<string, string>;
    const asSent = (await get('/templates/thank-you/en/preview?purpose=transactional')) as Record<string, string>;
    expect(asMarketing['text']).toContain('Unsubscribe');
    expect(`${asSent['text']}${asSent['html']}`).not.toContain('Unsubscribe');
    expect(await get('/templates/thank-you/fr/preview')).toEqual({ code: 'template.not_found' });
  });

  it('takes nobody of another store for its customer', async () => {
    expect(await get(`/templates/thank-you/en/preview?customerId=${bo}`, otherId)).toMatchObject({
      recipient: 'Ada <ada@example.com>',
    });
  });
});
