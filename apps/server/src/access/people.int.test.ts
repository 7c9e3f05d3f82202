import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { StoreId } from '@regulars/core/shared';

import { createTestHttpApp, testPublicUrl, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { signIn, testPassword } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { lockPerson, setRole } from './people-repository.ts';

let http: TestHttpApp;
let owner: Record<string, string>;
let ours: StoreId;
const origin = testPublicUrl;

beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: () => [
      async (app) => {
        app.post('/stores', { config: { action: 'stores.write' } }, () => 'made');
      },
    ],
  });
  owner = await signIn(http, { role: 'owner' });
  ours = await seedStore(http.database);
});
afterAll(() => http.close());

async function call(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  url: string,
  payload?: object,
  headers: Record<string, string> = owner,
) {
  const answer = await http.app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  const isJson = answer.headers['content-type']?.includes('json') === true;
  return { status: answer.statusCode, body: isJson ? answer.json() : null };
}

const invite = (email: string, rest: object = {}) =>
  call('POST', '/api/v1/invitations', { email, role: 'marketer', ...rest });
const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? '';
const join = (token: string) => call('POST', '/api/join', { token, name: 'Noa', password: testPassword }, { origin });
const idOf = async (email: string) =>
  (await call('GET', '/api/v1/people')).body.data.find((person: { email: string }) => person.email === email)?.id;

describe('an invitation', () => {
  it('shows its link once, tells whom it is for, and makes them one of the people by a password of their own', async () => {
    const { status, body } = await invite('Noa@agency.example', { storeIds: [ours] });
    expect(status).toBe(201);
    expect(body.link).toMatch(/^http:\/\/regulars\.test\/join\?token=[\w-]{32}$/);
    const token = tokenOf(body.link);
    expect(JSON.stringify((await call('GET', '/api/v1/invitations')).body)).not.toContain(token);
    expect((await call('POST', '/api/invitation', { token }, { origin })).body).toEqual({
      email: 'noa@agency.example',
      role: 'marketer',
    });
    expect(await join(token)).toMatchObject({ status: 201 });
    const signedIn = await call(
      'POST',
      '/api/auth/sign-in/email',
      { email: 'noa@agency.example', password: testPassword },
      { origin },
    );
    expect(signedIn.status).toBe(204);
    expect((await call('GET', '/api/v1/people')).body.data).toContainEqual(
      expect.objectContaining({ email: 'noa@agency.example', role: 'marketer', storeIds: [ours] }),
    );
    expect((await call('GET', '/api/v1/invitations')).body.data).toEqual([]);
  });

  it('is used once, even by two at the same time', async () => {
    const token = tokenOf((await invite('twice@agency.example')).body.link);
    const answers = await Promise.all([join(token), join(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
    expect(await join(token)).toMatchObject({ body: { code: 'access.invitation_invalid' } });
  });

  it('ends when it is taken back, and by a newer one to the same address', async () => {
    const first = (await invite('late@agency.example')).body;
    const second = (await invite('late@agency.example', { role: 'developer' })).body;
    expect((await join(tokenOf(first.link))).status).toBe(403);
    expect((await call('DELETE', `/api/v1/invitations/${second.id}`)).status).toBe(204);
    expect((await join(tokenOf(second.link))).status).toBe(403);
    expect((await call('DELETE', `/api/v1/invitations/${second.id}`)).body).toMatchObject({
      code: 'access.invitation_not_found',
    });
  });

  it('is refused for who is here already, for a store that is not, and to everybody but owners', async () => {
    expect((await invite('owner@agency.example')).body).toMatchObject({ code: 'access.email_taken' });
    expect((await invite('x@agency.example', { storeIds: [newId()] })).body).toMatchObject({ code: 'store.not_found' });
    const marketer = await signIn(http, { role: 'marketer' });
    expect((await call('POST', '/api/v1/invitations', {}, marketer)).status).toBe(403);
    expect((await call('GET', '/api/v1/roles', undefined, marketer)).status).toBe(403);
  });
});

describe('a person', () => {
  it('sees other stores and has another role from their next request on', async () => {
    const headers = await signIn(http, { role: 'marketer', email: 'mia@agency.example' });
    const url = `/api/v1/people/${await idOf('mia@agency.example')}`;
    const session = async () => (await call('GET', '/api/v1/session', undefined, headers)).body;
    expect(await session()).toMatchObject({ storeIds: null });
    expect((await call('PATCH', url, { storeIds: [ours] })).body).toMatchObject({ role: 'marketer', storeIds: [ours] });
    expect(await session()).toMatchObject({ storeIds: [ours] });
    await call('PATCH', url, { role: 'developer' });
    expect(await session(), 'a new role lifts no limit').toMatchObject({
      storeIds: [ours],
      person: { role: 'developer' },
    });
    await call('PATCH', url, { storeIds: null });
    expect(await session()).toMatchObject({ storeIds: null });
    await call('PATCH', url, { role: 'client' });
    expect(await session(), 'a client sees nothing that was not given').toMatchObject({ storeIds: [] });
    expect((await call('PATCH', url, { storeIds: [newId()] })).body).toMatchObject({ code: 'store.not_found' });
  });

  it('who sees only some stores makes no others', async () => {
    const headers = await signIn(http, { role: 'developer', email: 'some@agency.example', storeIds: [ours] });
    expect((await call('POST', '/api/v1/stores', {}, headers)).body).toMatchObject({ code: 'access.forbidden' });
    await call('PATCH', `/api/v1/people/${await idOf('some@agency.example')}`, { storeIds: null });
    expect((await call('POST', '/api/v1/stores', {}, headers)).status).toBe(200);
  });

  it('who is the last owner stays one', async () => {
    const url = `/api/v1/people/${await idOf('owner@agency.example')}`;
    expect((await call('PATCH', url, { role: 'marketer' })).body).toMatchObject({ code: 'access.last_owner' });
    expect((await call('DELETE', url)).body).toMatchObject({ code: 'access.last_owner' });
    expect((await call('PATCH', `/api/v1/people/nobody`, { role: 'owner' })).body).toMatchObject({
      code: 'access.person_not_found',
    });
  });

  it('keeps the role that somebody else gave them meanwhile', async () => {
    await signIn(http, { role: 'marketer', email: 'rising@agency.example' });
    const id = await idOf('rising@agency.example');
    let change: Promise<unknown> = Promise.resolve();
    await http.database.withDirectory(async (tx) => {
      await lockPerson(tx, id);
      change = call('PATCH', `/api/v1/people/${id}`, { storeIds: [ours] });
      await vi.waitFor(async () => {
        const { rows } = await sql`
          select from pg_locks l join pg_stat_activity a using (pid)
          where a.datname = current_database() and l.locktype = 'transactionid' and not l.granted`.execute(tx);
        expect(rows).toHaveLength(1);
      });
      await setRole(tx, id, 'developer');
    });
    expect(await change).toMatchObject({ status: 200, body: { role: 'developer', storeIds: [ours] } });
  });

  it('has a role whose rights anybody who keeps people can read', async () => {
    const { data } = (await call('GET', '/api/v1/roles')).body;
    expect(data.map(({ role }: { role: string }) => role)).toEqual(['owner', 'marketer', 'developer', 'client']);
    expect(data[3].actions).not.toContain('people.read');
  });
});

describe('an API key', () => {
  const makeKey = async (payload: object, headers = owner) => {
    const { status, body } = await call('POST', '/api/v1/api-keys', { name: 'a program', ...payload }, headers);
    return { status, code: body.code, bearer: { authorization: `Bearer ${body.key}` } };
  };

  it('for one store cannot be made for people, who see more than one', async () => {
    const scopes = ['stores.read', 'people.read'];
    expect(await makeKey({ scopes, storeId: ours })).toMatchObject({ status: 403, code: 'access.scope_too_wide' });
    expect(await makeKey({ scopes })).toMatchObject({ status: 201 });
  });

  it('for one store that was made for people before that was refused makes nobody an owner', async () => {
    const { bearer } = await makeKey({ scopes: ['stores.read'], storeId: ours });
    await http.database.withDirectory((tx) =>
      sql`update api_key set scopes = '{people.read,people.write}' where store_id = ${ours}`.execute(tx),
    );
    const person = { name: 'Eve', email: 'eve@agency.example', role: 'owner', password: testPassword };
    expect((await call('POST', '/api/v1/people', person, bearer)).status).toBe(403);
    const invited = await call('POST', '/api/v1/invitations', { email: 'eve@agency.example', role: 'owner' }, bearer);
    expect(invited.status).toBe(403);
    expect((await call('GET', '/api/v1/people', undefined, bearer)).status).toBe(403);
  });

  it('for people alone makes, changes and takes out nobody who may do more than it', async () => {
    const { bearer } = await makeKey({ scopes: ['people.read', 'people.write'] });
    const lou = { name: 'Lou', email: 'lou@agency.example', role: 'client', password: testPassword, storeIds: [ours] };
    const { id } = (await call('POST', '/api/v1/people', lou)).body;
    const attempts = await Promise.all([
      call('POST', '/api/v1/people', { ...lou, email: 'max@agency.example', role: 'owner' }, bearer),
      call('POST', '/api/v1/invitations', { email: 'max@agency.example', role: 'marketer' }, bearer),
      call('PATCH', `/api/v1/people/${id}`, { storeIds: [] }, bearer),
      call('DELETE', `/api/v1/people/${id}`, undefined, bearer),
    ]);
    expect(attempts.map(({ body }) => body?.code)).toEqual(Array(4).fill('access.forbidden'));
    expect(await idOf('max@agency.example')).toBeUndefined();
    expect((await call('GET', '/api/v1/people')).body.data).toContainEqual(
      expect.objectContaining({ email: 'lou@agency.example', role: 'client', storeIds: [ours] }),
    );
  });

  it('goes with whoever made it, and so does one that it made', async () => {
    const developer = await signIn(http, { role: 'developer' });
    const scopes = ['stores.read', 'keys.read', 'keys.write'];
    const own = await makeKey({ scopes }, developer);
    const grandchild = await makeKey({ scopes: ['stores.read'] }, own.bearer);
    const others = await makeKey({ scopes: ['keys.read'] });
    const id = await idOf('developer@agency.example');
    expect((await call('DELETE', `/api/v1/people/${id}`)).status).toBe(204);
    const works = async ({ bearer }: { bearer: Record<string, string> }) =>
      (await call('GET', '/api/v1/session', undefined, bearer)).status;
    expect([await works(own), await works(grandchild)]).toEqual([401, 401]);
    expect((await call('GET', '/api/v1/api-keys', undefined, others.bearer)).status).toBe(200);
  });
});
