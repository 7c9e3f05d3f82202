import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getMigrations } from 'better-auth/db/migration';

import { createTestHttpApp, testPublicUrl, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { runStatement } from '../../test-support/run-statement.ts';
import { signIn, testPassword } from '../../test-support/sign-in.ts';
import { createPeopleAuth } from './people-auth.ts';
import { createSetupLink } from './setup-token.ts';

let http: TestHttpApp;
const owner = { name: 'Ada', email: 'ada@agency.example', password: testPassword };
const origin = testPublicUrl;

beforeAll(async () => {
  http = await createTestHttpApp();
});
afterAll(() => http.close());

const post = (url: string, payload: object, headers: Record<string, string> = { origin }) =>
  http.app.inject({ method: 'POST', url, payload, headers });
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';

describe('the first start', () => {
  it('refuses whoever has no set-up link, from this machine too', async () => {
    const answer = await post('/api/setup', { ...owner, token: 'guessed' });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'access.setup_link_invalid' });
  });

  it('creates one owner, even when two links are used at once', async () => {
    const links = [await createSetupLink(http.database, origin), await createSetupLink(http.database, origin)];
    const answers = await Promise.all(
      links.map((link, index) =>
        post('/api/setup', { ...owner, email: `owner${index}@agency.example`, token: tokenOf(link) }),
      ),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 403]);
  });

  it('is over once there is an owner', async () => {
    expect(await createSetupLink(http.database, origin)).toBeNull();
    expect((await http.app.inject('/api/doorstep')).json()).toEqual({
      kind: 'real',
      isSetupNeeded: false,
      isSignedIn: false,
    });
    expect((await post('/api/setup', { ...owner, token: 'guessed' })).json()).toMatchObject({
      code: 'access.already_set_up',
    });
  });
});

describe('signing in', () => {
  it('gives a cookie scripts cannot read, and no token in the body', async () => {
    await signIn(http, { role: 'marketer', email: 'mia@agency.example' });
    const answer = await post('/api/auth/sign-in/email', { email: 'mia@agency.example', password: testPassword });
    expect(answer.body).toBe('');
    expect(answer.headers['set-cookie']).toMatch(/HttpOnly/);
    expect(answer.headers['set-cookie']).toMatch(/SameSite=Lax/i);
  });

  it('does not tell whether the address or the password is wrong', async () => {
    const wrongPassword = await post('/api/auth/sign-in/email', {
      email: 'mia@agency.example',
      password: 'not this one, no',
    });
    const nobody = await post('/api/auth/sign-in/email', {
      email: 'nobody@agency.example',
      password: 'not this one, no',
    });
    for (const answer of [wrongPassword, nobody]) {
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'access.sign_in_failed' });
    }
  });

  it('is refused to other sites', async () => {
    const answer = await post(
      '/api/auth/sign-in/email',
      { email: 'mia@agency.example', password: testPassword },
      { origin: 'https://evil.example' },
    );
    expect(answer.json()).toMatchObject({ status: 403, code: 'request.origin_refused' });
  });

  it('slows guessing down after five tries at one account', async () => {
    const tries = [];
    for (let count = 0; count < 7; count += 1) {
      tries.push(
        (await post('/api/auth/sign-in/email', { email: 'victim@agency.example', password: `guess number ${count}` }))
          .statusCode,
      );
    }
    expect(tries.slice(0, 5)).toEqual([401, 401, 401, 401, 401]);
    expect(tries.slice(5)).toEqual([429, 429]);
  });

  it('cannot be had by signing up', async () => {
    const answer = await post('/api/auth/sign-up/email', {
      name: 'Eve',
      email: 'eve@agency.example',
      password: testPassword,
    });
    expect(answer.statusCode).toBe(404);
  });

  it('ends by signing out', async () => {
    const headers = await signIn(http, { role: 'marketer', email: 'leaver@agency.example' });
    expect((await http.app.inject({ url: '/api/v1/session', headers })).json()).toMatchObject({
      person: { role: 'marketer' },
    });
    expect((await post('/api/auth/sign-out', {}, headers)).statusCode).toBe(204);
    expect((await http.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401);
  });

  it('ends when the person is taken out', async () => {
    const boss = await signIn(http, { role: 'owner', email: 'boss@agency.example' });
    const headers = await signIn(http, { role: 'developer', email: 'fired@agency.example' });
    const people = (await http.app.inject({ url: '/api/v1/people', headers: boss })).json<{
      data: { id: string; email: string }[];
    }>();
    const { id } = people.data.find(({ email }) => email === 'fired@agency.example') ?? { id: '' };
    expect((await http.app.inject({ method: 'DELETE', url: `/api/v1/people/${id}`, headers: boss })).statusCode).toBe(
      204,
    );
    expect((await http.app.inject({ url: '/api/v1/session', headers })).statusCode).toBe(401);
  });
});

describe('API keys', () => {
  it('are shown once, kept as a hash, and work as Bearer until revoked', async () => {
    const headers = await signIn(http, { role: 'developer', email: 'dev@agency.example' });
    const made = await http.app.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers,
      payload: { name: 'CI', scopes: ['keys.read'] },
    });
    expect(made.statusCode).toBe(201);
    const { id, key, prefix } = made.json<{ id: string; key: string; prefix: string }>();
    expect(key).toMatch(/^rk_live_[\w-]{43}$/);
    expect(key.startsWith(prefix)).toBe(true);
    const bearer = { authorization: `Bearer ${key}` };
    const listed = await http.app.inject({ url: '/api/v1/api-keys', headers: bearer });
    expect(listed.body).not.toContain(key);
    expect(listed.json()).toMatchObject({ data: [{ id, prefix, name: 'CI' }] });
    expect((await http.app.inject({ url: '/api/v1/people', headers: bearer })).statusCode).toBe(403);
    expect((await http.app.inject({ method: 'DELETE', url: `/api/v1/api-keys/${id}`, headers })).statusCode).toBe(204);
    expect((await http.app.inject({ url: '/api/v1/api-keys', headers: bearer })).statusCode).toBe(401);
  });

  it('cannot do more than their maker', async () => {
    const headers = await signIn(http, { role: 'developer', email: 'dev2@agency.example' });
    const answer = await http.app.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers,
      payload: { name: 'x', scopes: ['people.write'] },
    });
    expect(answer.json()).toMatchObject({ status: 403, code: 'access.scope_too_wide' });
  });

  it('stop on the day they expire', async () => {
    const headers = await signIn(http, { role: 'owner', email: 'owner9@agency.example' });
    const payload = { name: 'old', scopes: ['keys.read'], expiresAt: '2020-01-01T00:00:00Z' };
    const { key } = (await http.app.inject({ method: 'POST', url: '/api/v1/api-keys', headers, payload })).json<{
      key: string;
    }>();
    expect(
      (await http.app.inject({ url: '/api/v1/api-keys', headers: { authorization: `Bearer ${key}` } })).statusCode,
    ).toBe(401);
  });

  it('are not rescued by a session when they do not hold', async () => {
    const headers = await signIn(http, { role: 'owner', email: 'owner10@agency.example' });
    const answer = await http.app.inject({
      url: '/api/v1/session',
      headers: { ...headers, authorization: 'Bearer rk_live_wrong' },
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('changes with a session', () => {
  it('are taken from our own pages only', async () => {
    const { cookie } = await signIn(http, { role: 'owner', email: 'owner11@agency.example' });
    const payload = { name: 'x', scopes: ['keys.read'] };
    for (const headers of [{ cookie }, { cookie, origin: 'https://evil.example' }, { cookie, origin: 'null' }]) {
      const answer = await http.app.inject({ method: 'POST', url: '/api/v1/api-keys', headers, payload });
      expect(answer.json()).toMatchObject({ status: 403, code: 'request.origin_refused' });
    }
  });
});

describe('the schema auth', () => {
  it('is what better-auth wants', async () => {
    const people = createPeopleAuth({
      connectionString: http.databaseUrl,
      publicUrl: origin,
      secret: 'test '.repeat(10),
    });
    const { toBeCreated, toBeAdded } = await getMigrations(people.auth.options);
    await people.close();
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] });
  });

  it('holds no password, and no key in the clear', async () => {
    await expect(
      runStatement(
        http.databaseUrl,
        `do $$ begin
      if exists (select 1 from auth."account" where "password" not like '$argon2id$%') then raise 'a password in the clear'; end if;
    end $$`,
      ),
    ).resolves.not.toThrow();
  });
});
