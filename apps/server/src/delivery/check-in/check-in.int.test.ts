import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayMs, type CustomerId, type EffectId, type StoreId } from '@regulars/core/shared';
import { startDeliveryWorld, type DeliveryWorld } from '../../../test-support/start-delivery-world.ts';
import { appendEvents } from '../../foundation/events/event-log.ts';
import { newId } from '../../foundation/ids.ts';
import { lockRecipients } from '../recipients.ts';
import { answerCheckIn } from './answer-check-in.ts';
import { checkInRoutes } from './check-in-routes.ts';

let world: DeliveryWorld;
let app: FastifyInstance;
let storeId: StoreId;
let ada: CustomerId;
let mail: EffectId;
let path: string;
beforeAll(async () => {
  world = await startDeliveryWorld();
  app = fastify();
  await app.register(formbody);
  await app.register(checkInRoutes(world));
});
afterAll(async () => {
  await app.close();
  await world.close();
});
beforeEach(async () => {
  await world.setNoon();
  storeId = await world.openStore();
  ada = await world.addCustomer(storeId);
  mail = await world.plan(storeId, ada);
  await sendAll();
  path = `/a/${world.checkInTokens.make(storeId, mail)}`;
});

const sendAll = async () => {
  while ((await world.send.work(storeId)) > 0);
};
const post = (form: Record<string, string>, url = path) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  });
const happened = async () =>
  (await world.eventsOf(storeId, ada))
    .filter(({ kind }) => kind !== 'messageAccepted')
    .map(({ kind, data }) => (kind === 'checkInAnswered' ? `${kind} ${String(data['answer'])}` : kind));
const remarks = () =>
  world.inStore(storeId, async (tx) => {
    const { rows } = await sql<{ kind: string; words: string | null; hasCase: boolean }>`
      select kind, words, case_id is not null as "hasCase" from remark where customer_id = ${ada} order by at, id`.execute(
      tx,
    );
    return rows;
  });
const heading = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1];

describe('the three links of a check-in', () => {
  it('stand in the letter as addresses of our own, one for each answer', async () => {
    const [letter] = await world.mailbox(storeId);
    for (const answer of ['great', 'question', 'problem']) {
      const address = `${world.publicUrl}${path}?answer=${answer}`;
      expect(letter?.html).toContain(`href="${address}"`);
      expect(letter?.text).toContain(address);
    }
  });

  it('answer nothing when they are only followed, as scanners do with all of them', async () => {
    for (const method of ['GET', 'HEAD'] as const) {
      for (const answer of ['great', 'question', 'problem']) {
        const page = await app.inject({ method, url: `${path}?answer=${answer}` });
        expect(page.statusCode).toBe(200);
        expect(page.headers['cache-control']).toBe('no-store');
        expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      }
    }
    expect(await happened()).toEqual([]);
    expect(await remarks()).toEqual([]);
  });

  it('lead to a page that has the chosen answer at hand and the others within reach, in the language of the mail', async () => {
    const page = (await app.inject(`${path}?answer=problem`)).body;
    expect(heading(page)).toBe('How is it going?');
    expect(page.match(/value="(\w+)"/g)).toEqual(['value="problem"', 'value="great"', 'value="question"']);
    for (const [locale, question] of [
      ['nl', 'Hoe bevalt het?'],
      ['de', 'Sind Sie zufrieden?'],
    ] as const) {
      const id = await world.plan(storeId, await world.addCustomer(storeId, { locale }));
      await sendAll();
      const url = `/a/${world.checkInTokens.make(storeId, id)}`;
      expect(heading((await app.inject({ url, headers: { 'accept-language': 'en' } })).body)).toBe(question);
    }
  });

  it('tell neither the address nor the name of whom they are for, nor what was said', async () => {
    await post({ answer: 'problem', note: 'My cat hates it' });
    expect((await app.inject(path)).body).not.toMatch(/ada|buyer\.test|cat hates/i);
  });
});

describe('an answer', () => {
  it('is taken by one click, told once, and thanked for however often the page is loaded', async () => {
    const answer = await post({ answer: 'great', note: '' });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe(path);
    await post({ answer: 'great' });
    expect(heading((await app.inject(path)).body)).toBe('Good to hear');
    expect(await happened()).toEqual(['checkInAnswered great']);
    expect(await remarks()).toEqual([{ kind: 'great', words: null, hasCase: false }]);
  });

  it('can be changed: the last one is the answer, and both stay known', async () => {
    await post({ answer: 'great' });
    expect((await app.inject(`${path}?answer=problem`)).body).toContain('You answered before:');
    await post({ answer: 'problem', note: ' The lid leaks. ' });
    expect(heading((await app.inject(path)).body)).toBe('Thank you for saying so');
    expect(await happened()).toEqual(['checkInAnswered great', 'checkInAnswered problem', 'caseOpened']);
    expect(await remarks()).toEqual([
      { kind: 'great', words: null, hasCase: false },
      { kind: 'problem', words: 'The lid leaks.', hasCase: true },
    ]);
  });

  it('gets words that are added later, in the same case', async () => {
    await post({ answer: 'question' });
    await post({ answer: 'question', note: 'Is it safe in the oven?' });
    await post({ answer: 'question', note: 'Is it safe in the oven?' });
    await post({ answer: 'question' });
    expect((await remarks()).map(({ words }) => words)).toEqual([null, 'Is it safe in the oven?']);
    expect((await happened()).filter((kind) => kind === 'caseOpened')).toHaveLength(1);
  });

  it('that two browsers give at once is told once', async () => {
    await Promise.all(Array.from({ length: 4 }, () => post({ answer: 'problem' })));
    expect(await happened()).toEqual(['checkInAnswered problem', 'caseOpened']);
  });

  it('waits for whoever is deciding whether to write to them, so that the two never overlap', async () => {
    const countWaiting = () =>
      world.inStore(storeId, async (tx) => {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`.execute(tx);
        return rows[0]?.n;
      });
    const answering = await world.inStore(storeId, async (tx) => {
      const { rows } = await sql<{ key: string }>`select recipient_key as key from message where id = ${mail}`.execute(
        tx,
      );
      await lockRecipients(tx, storeId, [rows[0]?.key ?? '']);
      const answered = answerCheckIn(world, { storeId, messageId: mail, answer: 'problem' });
      await vi.waitFor(async () => expect(await countWaiting()).toBe(1));
      return { answered };
    });
    expect(await answering.answered).toMatchObject({ ok: true });
  });

  it('keeps the words out of what is kept for ever', async () => {
    await post({ answer: 'problem', note: 'secret words' });
    expect(JSON.stringify(await world.eventsOf(storeId, ada))).not.toContain('secret');
  });

  it('that is none is not taken', async () => {
    expect((await post({ answer: 'superb' })).statusCode).toBe(303);
    expect(await happened()).toEqual([]);
  });

  it.each([
    ['changed', (token: string) => `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`],
    ['cut off', (token: string) => token.slice(0, -4)],
    ['of a mail that never was', () => world.checkInTokens.make(storeId, newId<'Effect'>())],
    ['of a mail of another store', () => world.checkInTokens.make(newId<'Store'>(), mail)],
    ['made for leaving, not for answering', () => world.tokens.make(storeId, mail)],
  ])('by a link that is %s is not taken', async (_case, change) => {
    const url = `/a/${change(path.slice('/a/'.length))}`;
    for (const answer of [await app.inject(url), await post({ answer: 'problem' }, url)]) {
      expect(answer.statusCode).toBe(404);
      expect(answer.body).toContain('reply to the mail');
    }
    expect(await happened()).toEqual([]);
  });

  it('by the link of somebody who was forgotten is not taken', async () => {
    await world.inStore(storeId, (tx, now) =>
      appendEvents(tx, storeId, [{ customerId: ada, kind: 'customerErased', at: now, data: {} }]),
    );
    await world.forget.work(storeId);
    for (const answer of [await app.inject(path), await post({ answer: 'problem' })])
      expect(answer.statusCode).toBe(404);
    expect(await remarks()).toEqual([]);
  });

  it('by a link that is two months old is not taken', async () => {
    world.clock.shiftMs += 60 * dayMs + 60_000;
    for (const answer of [await app.inject(path), await post({ answer: 'problem' })])
      expect(answer.statusCode).toBe(404);
    expect(await answerCheckIn(world, { storeId, messageId: mail, answer: 'great' })).toMatchObject({
      failure: { code: 'check_in.expired' },
    });
    expect(await happened()).toEqual([]);
  });
});

describe('while somebody owes the customer an answer', () => {
  it('no marketing goes to them; what concerns an order does', async () => {
    await post({ answer: 'problem' });
    world.clock.shiftMs += dayMs;
    const marketing = await world.plan(storeId, ada);
    const transactional = await world.plan(storeId, ada, { templateKey: 'thank-you', purpose: 'transactional' });
    await sendAll();
    expect(await world.stateOf(storeId, marketing)).toBe('planned: case_open');
    expect(await world.stateOf(storeId, transactional)).toBe('accepted');
    world.clock.shiftMs += dayMs + 60_000;
    await sendAll();
    expect(await world.stateOf(storeId, marketing)).toBe('skipped: case_open');
  });

  it('no marketing is claimed any more, however the two race', async () => {
    const customers = await Promise.all(Array.from({ length: 20 }, () => world.addCustomer(storeId)));
    const first = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    await sendAll();
    world.clock.shiftMs += dayMs;
    const second = await Promise.all(customers.map((customer) => world.plan(storeId, customer)));
    const isRendered = async (id: EffectId) =>
      (await world.inStore(storeId, (tx) => sql`select 1 from message where id = ${id}`.execute(tx))).rows.length > 0;
    const tooLate = new Set<EffectId>();
    const answering = first.map(async (messageId, index) => {
      await answerCheckIn(world, { storeId, messageId, answer: 'problem' });
      const next = second[index];
      if (next !== undefined && !(await isRendered(next))) tooLate.add(next);
    });
    await Promise.all([...answering, sendAll(), sendAll()]);
    await sendAll();
    const claimedLate = await Promise.all([...tooLate].map(isRendered));
    expect(claimedLate).not.toContain(true);
  });
});
