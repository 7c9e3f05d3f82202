import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs } from '@regulars/core/shared';
import { startReferralWorld, type ReferralWorld } from '../../test-support/start-referral-world.ts';
import { ensureCustomer } from '../customers/door.ts';
import { rewardPublicRoutes } from '../rewards/public-routes.ts';
import { createAdvocateLink } from './advocate-link.ts';
import { findProgram, saveProgram } from './program-repository.ts';
import { referralPublicRoutes } from './public-routes.ts';

let world: ReferralWorld;
let app: FastifyInstance;
beforeAll(async () => {
  world = await startReferralWorld();
  app = fastify();
  await app.register(formbody);
  await app.register(referralPublicRoutes(world));
  await app.register(rewardPublicRoutes(world));
});
afterAll(async () => {
  await app.close();
  await world.close();
});

const open = (path: string, language = 'en') =>
  app.inject({ method: 'GET', url: path, headers: { 'accept-language': language } });
const claim = (email: string, { slug = world.slug, consent = '', language = 'en' } = {}) =>
  app.inject({
    method: 'POST',
    url: `/r/${slug}/claims`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': language },
    payload: new URLSearchParams({ email, ...(consent === '' ? {} : { consent }) }).toString(),
  });
const linkOf = (email: string) =>
  world.database.withStore(world.store.id, async (tx, now) => {
    const person = { email, firstName: null, locale: null, saidYesAt: null };
    const advocateId = await ensureCustomer(tx, world.store.id, person, now);
    return (await createAdvocateLink('')(tx, world.store.id, advocateId)).slice('/r/'.length);
  });
const heading = (html: string) => /<h1>([^<]*)<\/h1>/.exec(html)?.[1];

describe('the page behind an advocate’s link', () => {
  it('says who invites, what it is worth, and asks for one address', async () => {
    const page = await open(`/r/${world.slug}`);
    expect(page.statusCode).toBe(200);
    expect(heading(page.body)).toBe('Anna thinks you’ll like The Shop');
    expect(page.body).toContain('10% off your first order');
    expect(page.body.match(/<input/g)).toHaveLength(2);
    expect(page.body).not.toContain('checked');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['nl', 'nl-BE,nl;q=0.9,en;q=0.5', 'Anna denkt dat The Shop iets voor jou is'],
    ['de', 'de-AT,de;q=0.9,en;q=0.5', 'Anna meint, The Shop wäre etwas für Sie'],
  ])('speaks %s to those who do', async (language, accepted, title) => {
    const page = await open(`/r/${world.slug}`, accepted);
    expect(page.body).toContain(`<html lang="${language}">`);
    expect(heading(page.body)).toBe(title);
  });

  it('is a polite 404 for a link that nobody made', async () => {
    const page = await open('/r/nobody-xxxx');
    expect(page.statusCode).toBe(404);
    expect(heading(page.body)).toBe('This link leads nowhere');
  });
});

describe('a claim', () => {
  it('leads to a page that waits, then shows the code; again and from another browser the same one', async () => {
    const answer = await claim('Ben@Example.org', { consent: 'yes' });
    expect(answer.statusCode).toBe(303);
    const address = String(answer.headers.location);
    expect(address).not.toMatch(/ben|example/i);

    const waiting = await open(address);
    expect(heading(waiting.body)).toBe('Your code is being made');
    expect(waiting.body).toContain('<meta http-equiv="refresh" content="2"');

    await world.settle();
    const ready = await open(address);
    expect(heading(ready.body)).toBe('Here is your code');
    const code = /class="code">([^<]+)</.exec(ready.body)?.[1];
    expect(code?.toLowerCase()).toBe(world.woo.coupons[0]?.code);
    expect(ready.body).toContain('href="https://shop.example"');
    expect(ready.body).not.toContain('http-equiv');

    const again = await claim(' ben@example.org');
    expect(again.headers.location).toBe(address);
    expect(world.woo.coupons).toHaveLength(1);
    const [ben] = await world.rows(sql<{ state: string; source: string }>`
      select consent_state as state, consent_source as source from customer where email_key = 'ben@example.org'`);
    expect(ben).toEqual({ state: 'pending', source: 'referral page' });
  });

  it('leaves what a known customer said about letters as it is, whatever is ticked', async () => {
    await claim('gus@example.org');
    const consent = () =>
      world.rows(
        sql<{ state: string }>`select consent_state as state from customer where email_key = 'gus@example.org'`,
      );
    for (const state of ['not_asked', 'pending', 'unsubscribed']) {
      await world.rows(sql`update customer set consent_state = ${state} where email_key = 'gus@example.org'`);
      await world.rows(sql`update referral set state = 'expired' where friend_person_key = 'gus@example.org'`);
      await claim('gus@example.org', { consent: 'yes' });
      expect(await consent()).toEqual([{ state }]);
    }
  });

  it('after the twenty-fifth in a day waits for tomorrow, and says the same to everybody', async () => {
    const slug = await linkOf('zoe@example.com');
    for (let n = 0; n < 25; n += 1) expect((await claim(`crowd-${n}@example.org`, { slug })).statusCode).toBe(303);
    const page = await claim('one-too-many@example.org', { slug });
    expect(page.statusCode).toBe(429);
    expect(heading(page.body)).toBe('This link has been busy today');
    expect(await world.rows(sql`select 1 from customer where email_key = 'one-too-many@example.org'`)).toEqual([]);
    expect((await claim('crowd-3@example.org', { slug })).statusCode).toBe(303);
  });

  it('pressed ten times at once is one claim', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => claim('carl@example.org')));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    const rows = await world.rows(sql`select 1 from referral where friend_person_key = 'carl@example.org'`);
    expect(rows).toHaveLength(1);
  });

  it('by the advocate, under whatever spelling of the address, is met with a smile and no code', async () => {
    for (const email of ['anna@example.com', 'ANNA@EXAMPLE.COM']) {
      const page = await claim(email);
      expect(page.statusCode).toBe(200);
      expect(heading(page.body)).toBe('This is your own link');
    }
    expect(await world.rows(sql`select 1 from referral where reason = 'self_referral'`)).toHaveLength(1);
  });

  it('by somebody who has bought before gets no code and is not told why, and the reason is kept', async () => {
    await claim('dora@example.org');
    const dora = await world.customerOf('dora@example.org');
    await world.rows(sql`update referral set state = 'expired' where friend_person_key = 'dora@example.org'`);
    await world.order(dora);
    const page = await claim('dora@example.org');
    expect(heading(page.body)).toBe('There is no code for this address');
    expect(page.body).not.toMatch(/bought|ordered here/);
    const kept = await world.rows(sql<{ state: string; reason: string }>`
      select state, reason from referral where friend_person_key = 'dora@example.org' and state = 'rejected'`);
    expect(kept).toEqual([{ state: 'rejected', reason: 'existing_customer' }]);
  });

  it('with an address that is none keeps the form as it was and says what is wrong', async () => {
    const page = await claim('ben at <example>', { consent: 'yes', language: 'nl' });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain('value="ben at &#60;example&#62;"');
    expect(page.body).toContain('checked');
    expect(page.body).toContain('role="alert"');
    expect(page.body).toContain('Dit lijkt nog geen e-mailadres');
  });

  it('with no form at all is asked for an address, too', async () => {
    expect((await app.inject({ method: 'POST', url: `/r/${world.slug}/claims` })).statusCode).toBe(422);
  });

  it('that nobody made has no page', async () => {
    for (const id of ['nonsense', '018f0000-0000-7000-8000-000000000001']) {
      expect((await open(`/r/${world.slug}/claims/${id}`)).statusCode).toBe(404);
    }
  });

  it('whose code takes long says so and keeps looking', async () => {
    const address = String((await claim('eve@example.org')).headers.location);
    world.clock.shiftMs = 2 * minuteMs;
    const page = await open(address);
    expect(heading(page.body)).toBe('Your code takes longer than it should');
    expect(page.body).toContain('content="30"');
  });
});

describe('while the programme is paused', () => {
  beforeEach(async () => {
    await world.database.withStore(world.store.id, async (tx) => {
      const program = await findProgram(tx, world.store.id);
      if (program !== null) await saveProgram(tx, world.store.id, { ...program, state: 'paused' });
    });
  });

  it('links say so, and a friend who has a code still sees it', async () => {
    expect(heading((await open(`/r/${world.slug}`)).body)).toBe('The Shop isn’t giving out codes right now');
    expect(heading((await claim('fred@example.org')).body)).toBe('The Shop isn’t giving out codes right now');
    expect((await claim('ben@example.org')).statusCode).toBe(303);
  });
});
