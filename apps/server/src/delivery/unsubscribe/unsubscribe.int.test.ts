import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, EffectId, StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../../test-support/start-delivery-world.ts';
import { newId } from '../../foundation/ids.ts';
import { unsubscribeRoutes } from './unsubscribe-routes.ts';

let world: DeliveryWorld;
let app: FastifyInstance;
let storeId: StoreId;
let ada: CustomerId;
let path: string;
beforeAll(async () => {
  world = await startDeliveryWorld();
  app = fastify();
  await app.register(formbody);
  await app.register(unsubscribeRoutes(world));
});
afterAll(async () => {
  await app.close();
  await world.close();
});
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
  const id = await world.plan(storeId, ada);
  await sendAll();
  const [mail] = await world.mailbox(storeId);
  path = new URL(mail?.headers['List-Unsubscribe']?.slice(1, -1) ?? '').pathname;
  expect(path).toBe(`/u/${world.tokens.make(storeId, id)}`);
});
const sendAll = async () => {
  while ((await world.send.work(storeId)) > 0);
};
const post = (payload: string, url = path) =>
  app.inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload });
const nextMail = async (purpose: 'marketing' | 'transactional' = 'marketing'): Promise<string> => {
  world.clock.shiftMs += 86_400_000;
  const id = await world.plan(storeId, ada, { purpose });
  await sendAll();
  return world.stateOf(storeId, id);
};

describe('the unsubscribe link', () => {
  it('acts on the one click of a mail program, without cookie or question, as often as it comes (RFC 8058)', async () => {
    for (let times = 0; times < 2; times += 1) {
      const answer = await post('List-Unsubscribe=One-Click');
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
    expect((await world.eventsOf(storeId, ada)).map(({ kind }) => kind)).toEqual(['messageAccepted', 'unsubscribed']);
    expect(await nextMail()).toBe('skipped: unsubscribed');
    expect(await nextMail('transactional')).toBe('accepted');
  });

  it('does nothing when it is only looked at, as scanners do', async () => {
    const page = await app.inject(path);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Blue Bottle');
    expect(page.body).toContain('<form method="post">');
    expect(await nextMail()).toBe('accepted');
  });

  it('says what stopped, and takes it back when asked', async () => {
    expect((await post('action=unsubscribe')).body).toContain('Subscribe again');
    expect((await app.inject(path)).body).toContain('Subscribe again');
    expect((await post('action=resubscribe')).body).toContain('>Unsubscribe<');
    expect((await world.eventsOf(storeId, ada)).map(({ kind }) => kind)).toEqual([
      'messageAccepted',
      'unsubscribed',
      'resubscribed',
    ]);
    expect(await nextMail()).toBe('accepted');
  });

  it.each([
    ['nl', 'Uitschrijven'],
    ['de-AT', 'Abmelden'],
    ['fr', 'Unsubscribe'],
  ])('speaks the language of the mail, which to a customer of %s says %s', async (locale, button) => {
    const customerId = await world.addCustomer(storeId, { locale });
    const id = await world.plan(storeId, customerId);
    await sendAll();
    expect((await app.inject(`/u/${world.tokens.make(storeId, id)}`)).body).toContain(`>${button}</button>`);
  });

  it('that is none of ours is answered in the language of the browser', async () => {
    const page = await app.inject({ url: '/u/hello', headers: { 'accept-language': 'de-AT' } });
    expect(page.body).toContain('Dieser Link ist nicht vollständig');
  });

  it.each([
    ['changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
    ['cut off', (token: string) => token.slice(0, -4)],
    ['made up', () => 'hello'],
    [
      'of a message that never was',
      (_token: string, otherWorld: DeliveryWorld) => otherWorld.tokens.make(storeId, newId<'Effect'>()),
    ],
  ])('that is %s unsubscribes nobody, and says what to do', async (_case, change) => {
    const url = `/u/${change(path.slice('/u/'.length), world)}`;
    const answers = [await app.inject(url), await post('List-Unsubscribe=One-Click', url)];
    for (const answer of answers) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('reply to the mail');
    }
    expect(await nextMail()).toBe('accepted');
  });

  it('tells neither the address nor the name of whom it is for', async () => {
    const page = await app.inject(path);
    expect(page.body).not.toMatch(/ada|buyer\.test/i);
    expect(path).toMatch(/^\/u\/[\w-]{64}$/);
  });
});

describe('after an unsubscription is committed', () => {
  it('no marketing is claimed any more, however the two race', async () => {
    const customers = await Promise.all(Array.from({ length: 40 }, () => world.addCustomer(storeId)));
    const first = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    await sendAll();
    world.clock.shiftMs += 86_400_000;
    const second = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    const committed = new Set<EffectId>();
    const claimedLate: EffectId[] = [];
    const unsubscribing = first.map(async (id, index) => {
      await post('List-Unsubscribe=One-Click', `/u/${world.tokens.make(storeId, id)}`);
      const mail = second[index];
      // What has no message by now must never get one.
      if (mail !== undefined && !(await isRendered(mail))) committed.add(mail);
    });
    await Promise.all([...unsubscribing, sendAll(), sendAll(), sendAll()]);
    await sendAll();
    for (const id of committed) if (await isRendered(id)) claimedLate.push(id);
    expect(claimedLate).toEqual([]);
    world.clock.shiftMs += 86_400_000;
    const third = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    await sendAll();
    expect(new Set(await Promise.all(third.map((id) => world.stateOf(storeId, id))))).toEqual(
      new Set(['skipped: unsubscribed']),
    );
  });

  const isRendered = async (id: EffectId) => {
    return (
      (await world.inStore(storeId, (tx) => sql`select 1 from message where id = ${id}`.execute(tx))).rows.length > 0
    );
  };
});
