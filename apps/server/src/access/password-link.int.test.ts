import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createTestHttpApp, testPublicUrl, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { runStatement } from '../../test-support/run-statement.ts';
import { signIn, testPassword } from '../../test-support/sign-in.ts';

let http: TestHttpApp;
let owner: Record<string, string>;
let idOf: (email: string) => Promise<string>;
/** Each request from an address of its own: the limits are told of below. */
let addresses = 0;

const newPassword = 'quite another password';
const origin = testPublicUrl;

beforeAll(async () => {
  http = await createTestHttpApp();
  owner = await signIn(http, { role: 'owner' });
  idOf = async (email) => {
    const { data } = (await call('/api/v1/people', undefined, owner)).body;
    return data.find((person: { email: string }) => person.email === email)?.id;
  };
});
afterAll(() => http.close());

async function call(url: string, payload?: object, headers: Record<string, string> = { origin }) {
  addresses += 1;
  const answer = await http.app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url,
    headers: { 'x-forwarded-for': `203.0.113.${addresses}`, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = answer.headers['content-type']?.includes('json') === true;
  return { status: answer.statusCode, body: isJson ? answer.json() : null };
}

const makeLink = async (email: string, headers = owner) =>
  call(`/api/v1/people/${await idOf(email)}/password-link`, {}, headers);
const tokenOf = ({ body }: { body: { link: string } }) => new URL(body.link).searchParams.get('token') ?? '';
const open = (token: string) => call('/api/password-link', { token });
const choose = (token: string, password = newPassword) => call('/api/new-password', { token, password });
const tryIn = async (email: string, password: string) =>
  (await call('/api/auth/sign-in/email', { email, password })).status;
const linkInvalid = { status: 403, body: { code: 'access.password_link_invalid' } };

describe('a link to a new password', () => {
  it('lets somebody who forgot theirs choose another one, and ends all their sessions', async () => {
    const email = 'forgetful@agency.example';
    const elsewhere = await signIn(http, { role: 'marketer', email });
    const made = await makeLink(email);
    expect(made.status).toBe(201);
    expect(made.body.link).toMatch(/^http:\/\/regulars\.test\/new-password\?token=[\w-]{32}$/);
    expect(Date.parse(made.body.expiresAt) - Date.now()).toBeGreaterThan(23 * 3_600_000);
    expect((await open(tokenOf(made))).body).toEqual({ name: 'marketer', email });
    expect((await call('/api/v1/session', undefined, elsewhere)).status, 'until it is used').toBe(200);
    expect(await choose(tokenOf(made))).toEqual({ status: 204, body: null });
    expect((await call('/api/v1/session', undefined, elsewhere)).status).toBe(401);
    expect((await call('/api/v1/session', undefined, owner)).status, 'others stay').toBe(200);
    expect([await tryIn(email, testPassword), await tryIn(email, newPassword)]).toEqual([401, 204]);
  });

  it('is used once, even by two at the same time', async () => {
    await signIn(http, { role: 'client', email: 'twice@agency.example' });
    const token = tokenOf(await makeLink('twice@agency.example'));
    const answers = await Promise.all([choose(token), choose(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403]);
    expect(await choose(token)).toMatchObject(linkInvalid);
    expect(await open(token)).toMatchObject(linkInvalid);
  });

  it('is not used up by a password that is too short', async () => {
    await signIn(http, { role: 'client', email: 'short@agency.example' });
    const token = tokenOf(await makeLink('short@agency.example'));
    expect(await choose(token, 'short')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect((await choose(token)).status).toBe(204);
  });

  it('ends by a newer one, also when several are made at the same time', async () => {
    await signIn(http, { role: 'client', email: 'newer@agency.example' });
    const url = `/api/v1/people/${await idOf('newer@agency.example')}/password-link`;
    const first = await call(url, {}, owner);
    const others = await Promise.all(Array.from({ length: 4 }, () => call(url, {}, owner)));
    expect(await open(tokenOf(first))).toMatchObject(linkInvalid);
    const opened = await Promise.all(others.map((made) => open(tokenOf(made))));
    expect(opened.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('ends after a day', async () => {
    await signIn(http, { role: 'client', email: 'late@agency.example' });
    const token = tokenOf(await makeLink('late@agency.example'));
    await runStatement(
      http.databaseUrl,
      `update auth."verification" set "expiresAt" = "expiresAt" - interval '24 hours 1 second'`,
    );
    expect([await open(token), await choose(token)]).toMatchObject([linkInvalid, linkInvalid]);
  });

  it('ends with another role of its person, and with the person', async () => {
    await signIn(http, { role: 'marketer', email: 'promoted@agency.example' });
    const id = await idOf('promoted@agency.example');
    const change = (method: 'PATCH' | 'DELETE', payload = {}) =>
      http.app.inject({ method, url: `/api/v1/people/${id}`, headers: owner, payload });
    const first = tokenOf(await makeLink('promoted@agency.example'));
    await change('PATCH', { role: 'owner' });
    expect(await choose(first)).toMatchObject(linkInvalid);
    const second = tokenOf(await makeLink('promoted@agency.example'));
    await change('DELETE');
    expect([await open(second), await choose(second)]).toMatchObject([linkInvalid, linkInvalid]);
  });

  it('is kept as a hash, and stands in no log', async () => {
    await signIn(http, { role: 'client', email: 'hashed@agency.example' });
    const token = tokenOf(await makeLink('hashed@agency.example'));
    await runStatement(
      http.databaseUrl,
      `do $$ begin
        if exists (select 1 from auth."verification" where "identifier" like '%${token}%' or "value" like '%${token}%')
        then raise 'a token in the clear'; end if;
      end $$`,
    );
    await open(token);
    await choose(token);
    expect(http.logLines.join('')).toContain('/api/new-password');
    expect(http.logLines.join('')).not.toContain(token);
  });
});

describe('who may make one', () => {
  const keyWith = async (scopes: readonly string[]) => {
    const { body } = await call('/api/v1/api-keys', { name: 'a program', scopes }, owner);
    return { authorization: `Bearer ${body.key}` };
  };

  it('is an owner, for anybody and for themselves', async () => {
    const marketer = await signIn(http, { role: 'marketer', email: 'asks@agency.example' });
    expect((await makeLink('owner@agency.example')).status).toBe(201);
    expect((await makeLink('owner@agency.example', marketer)).body).toMatchObject({ code: 'access.forbidden' });
    expect((await call('/api/v1/people/nobody/password-link', {}, owner)).body).toMatchObject({
      code: 'access.person_not_found',
    });
  });

  it('is never a key that may do less than the person', async () => {
    await signIn(http, { role: 'client', email: 'watched@agency.example' });
    const narrow = await keyWith(['people.read', 'people.write']);
    expect((await makeLink('watched@agency.example', narrow)).body).toMatchObject({ code: 'access.forbidden' });
    const { data } = (await call('/api/v1/roles', undefined, owner)).body;
    const { actions } = data.find(({ role }: { role: string }) => role === 'client');
    const wide = await keyWith(['people.write', ...actions]);
    expect((await makeLink('watched@agency.example', wide)).status).toBe(201);
    expect((await makeLink('owner@agency.example', wide)).body).toMatchObject({ code: 'access.forbidden' });
  });
});

describe('guessing links', () => {
  it('is slowed down after ten tries from one address, and tells nothing', async () => {
    const tries = [];
    for (let count = 0; count < 12; count += 1) {
      const payload = { token: `guess number ${count}`, password: newPassword };
      tries.push(await call('/api/new-password', payload, { origin, 'x-forwarded-for': '198.51.100.7' }));
    }
    expect(tries.slice(0, 10)).toMatchObject(Array.from({ length: 10 }, () => linkInvalid));
    expect(tries.slice(10).map(({ status }) => status)).toEqual([429, 429]);
  });

  it('has no way in by better-auth’s own endpoints', async () => {
    for (const path of ['request-password-reset', 'forget-password', 'reset-password'])
      expect((await call(`/api/auth/${path}`, { email: 'owner@agency.example' })).status, path).toBe(404);
  });
});
