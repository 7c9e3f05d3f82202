import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, EffectId, StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../test-support/start-delivery-world.ts';
import { Problem } from '../foundation/errors/index.ts';
import { deliveryRoutes } from './routes.ts';

let world: DeliveryWorld;
let app: FastifyInstance;
let storeId: StoreId;
let ada: CustomerId;
beforeAll(async () => {
  world = await startDeliveryWorld();
  app = fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // Who may call, and how refusals look, is tried where the app is put together.
  app.setErrorHandler((error, _request, reply) =>
    error instanceof Problem
      ? reply.status(error.status).send({ code: error.code, errors: error.errors })
      : reply.status(400).send({ code: 'request.invalid', message: String(error) }),
  );
  await app.register(deliveryRoutes(world));
});
afterAll(async () => {
  await app.close();
  await world.close();
});
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId, { email: 'ada@buyer.test' });
});
const call = async (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, payload?: object) => {
  const answer = await app.inject({
    method,
    url: `/stores/${storeId}${path}`,
    ...(payload === undefined ? {} : { payload }),
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    text: answer.body,
    json: answer.headers['content-type']?.includes('json') === true ? answer.json() : null,
  };
};
const sendOne = async (request = {}): Promise<EffectId> => {
  const id = await world.plan(storeId, ada, request);
  await world.send.work(storeId);
  return id;
};

describe('messages', () => {
  it('are listed with their verdicts, the skipped ones as well, page by page', async () => {
    const sent = await sendOne();
    const capped = await sendOne();
    const first = await call('GET', '/messages?limit=1');
    expect(first.json).toMatchObject({
      data: [{ id: capped, state: 'skipped', reason: 'cap', templateKey: 'check-in', recipient: null }],
      nextCursor: expect.any(String),
    });
    const second = await call('GET', `/messages?limit=1&cursor=${first.json.nextCursor}`);
    expect(second.json).toMatchObject({
      data: [{ id: sent, state: 'accepted', reason: null, recipient: 'ada@buyer.test', subject: 'How is it going?' }],
      nextCursor: null,
    });
    expect((await call('GET', '/messages?state=skipped')).json.data).toHaveLength(1);
  });

  it('are shown in full, or said not to be there', async () => {
    const id = await sendOne();
    expect((await call('GET', `/messages/${id}`)).json).toMatchObject({
      messageId: `${id}@shop.test`,
      html: expect.stringContaining('Hi Ada,'),
      receipts: [],
    });
    expect((await call('GET', `/messages/${ada}`)).json).toEqual({ code: 'message.not_found', errors: [] });
  });
});

describe('the local mailbox', () => {
  it('shows a mail in a frame that runs nothing', async () => {
    const id = await sendOne();
    expect((await call('GET', '/mailbox')).json).toMatchObject({
      data: [{ id, subject: 'How is it going?', readAt: null }],
      unread: 1,
    });
    const page = await call('GET', `/mailbox/${id}/html`);
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/);
    expect(page.text).toContain('Hi Ada,');
    expect((await call('PUT', `/mailbox/${id}/read`, { isRead: true })).status).toBe(204);
    expect((await call('GET', '/mailbox')).json).toMatchObject({ unread: 0 });
    expect((await call('GET', `/mailbox/${ada}`)).json.code).toBe('mailbox.message_not_found');
  });
});

describe('a reply from the local mailbox', () => {
  const reply = (id: string, text: string) => call('POST', `/mailbox/${id}/replies`, { text });

  it('is the customer’s: it stands on their timeline, opens a case with their words, and stops marketing', async () => {
    const id = await sendOne();
    const replied = await reply(id, ' Does it go in the dishwasher? ');
    expect(replied).toMatchObject({ status: 201, json: { caseId: expect.any(String) } });
    const kinds = (await world.eventsOf(storeId, ada)).map(({ kind }) => kind);
    expect(kinds).toEqual(['messageAccepted', 'messageReplied', 'caseOpened']);
    const { rows } = await world.inStore(storeId, (tx) =>
      sql<{ words: string }>`select words from remark where case_id = ${replied.json.caseId}`.execute(tx),
    );
    expect(rows).toEqual([{ words: 'Does it go in the dishwasher?' }]);
    world.clock.shiftMs += 86_400_000;
    expect(await world.stateOf(storeId, await sendOne())).toBe('planned: case_open');
  });

  it('is one more each time, in the same case', async () => {
    const id = await sendOne();
    const first = await reply(id, 'Hello?');
    expect((await reply(id, 'Hello?')).json.caseId).toBe(first.json.caseId);
  });

  it('is taken only for a mail that is here, and only with words', async () => {
    const id = await sendOne();
    expect((await reply(ada, 'Hello?')).json.code).toBe('mailbox.message_not_found');
    expect((await reply(id, '  ')).json.code).toBe('request.invalid');
    await world.inStore(storeId, (tx) => sql`update message set recipient_key = '' where id = ${id}`.execute(tx));
    expect(await reply(id, 'Hello?')).toMatchObject({ status: 409, json: { code: 'mailbox.not_to_a_customer' } });
  });
});

describe('templates', () => {
  const letter = {
    subject: 'Hi {{ customer.first_name }}',
    preheader: '',
    body: 'Hello **{{ customer.first_name }}**.',
  };

  it('are the playbook’s in a new store', async () => {
    const { data } = (await call('GET', '/templates')).json;
    expect(data.map(({ key, locale }: { key: string; locale: string }) => `${key} ${locale}`)).toContain(
      'thank-you nl',
    );
  });

  it('are tried out without being saved', async () => {
    const preview = (await call('POST', '/templates/preview', { ...letter, locale: 'en' })).json;
    expect(preview).toMatchObject({ subject: 'Hi Ada', text: expect.stringContaining('Hello Ada.') });
    expect(preview.html).toContain('<strong>Ada</strong>');
  });

  it('are shown with examples in their own language', async () => {
    const { json } = await call('GET', '/templates/reward-issued/de/preview?purpose=transactional');
    expect(json.subject).toBe('Für Sie: 10\u00a0% Rabatt auf Ihre nächste Bestellung');
    expect(json.text).toContain('bis zum 31. Januar.');
  });

  it('are saved as the next version, and the next mail is made from it', async () => {
    expect((await call('PUT', '/templates/check-in/en', letter)).json).toEqual({
      key: 'check-in',
      locale: 'en',
      version: 2,
    });
    const id = await sendOne();
    expect((await call('GET', `/messages/${id}`)).json).toMatchObject({ subject: 'Hi Ada' });
  });

  it('that are hostile are refused, with the code and the place', async () => {
    const answer = await call('PUT', '/templates/check-in/en', {
      ...letter,
      body: '{% for i in (1..100000000) %}x{% endfor %}',
    });
    expect([answer.status, answer.json]).toMatchObject([
      422,
      { code: 'template.invalid', errors: [{ code: 'template.liquid_invalid', path: '/body' }] },
    ]);
    expect(
      (await call('GET', '/templates')).json.data.find(
        ({ key, locale }: { key: string; locale: string }) => key === 'check-in' && locale === 'en',
      ).version,
    ).toBe(1);
  });
});

describe('suppressions', () => {
  it('are set by hand with a reason, hold, and are lifted with a reason', async () => {
    expect(
      (await call('POST', '/suppressions', { recipient: ' Ada@Buyer.test ', note: 'asked by phone' })).status,
    ).toBe(204);
    expect((await call('GET', '/suppressions')).json.data).toMatchObject([
      { recipient: 'ada@buyer.test', reason: 'manual', scope: 'all', note: 'asked by phone' },
    ]);
    const id = await sendOne({ purpose: 'transactional' });
    expect(await world.stateOf(storeId, id)).toBe('skipped: manual');
    expect(
      (await call('DELETE', '/suppressions', { recipient: 'ada@buyer.test', reason: 'manual', note: 'asked again' }))
        .status,
    ).toBe(204);
    expect(
      (await call('DELETE', '/suppressions', { recipient: 'ada@buyer.test', reason: 'manual', note: 'once more' })).json
        .code,
    ).toBe('suppression.not_found');
    expect((await world.eventsOf(storeId, ada)).map(({ kind }) => kind)).toEqual([
      'suppressed',
      'messageSkipped',
      'unsuppressed',
    ]);
  });

  it('want an address', async () => {
    expect((await call('POST', '/suppressions', { recipient: 'ada', note: 'x' })).json).toMatchObject({
      code: 'suppression.address_invalid',
      errors: [{ path: '/recipient' }],
    });
  });
});
