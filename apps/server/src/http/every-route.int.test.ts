import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreId } from '@regulars/core/shared';

import { openWholeInstance, type WholeInstance } from '../../test-support/open-whole-instance.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { allowedActions } from '../access/authorization.ts';
import { roleSchema } from '../access/roles.ts';
import { createFirstStore } from '../first-store/create-first-store.ts';
import type { Action } from '../foundation/http/index.ts';
import { newId } from '../foundation/ids.ts';
import { createStore } from '../stores/create-store.ts';

interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly action: Action;
}

type Browser = Readonly<Record<string, string>>;

let whole: WholeInstance;
let routes: readonly Route[];
let ours: StoreId;
let theirs: StoreId;
let owner: Browser;

beforeAll(async () => {
  whole = await openWholeInstance();
  const { foundation, rooms, app } = whole;
  const first = await createFirstStore({ ...foundation, installers: rooms.installers });
  const second = await createStore({ ...foundation, installers: rooms.installers }, { slug: 'theirs', name: 'Theirs' });
  if (first === null || !second.ok) throw new Error('The stores could not be made.');
  ours = first.id;
  theirs = second.value.id;
  owner = await signIn({ app, database: foundation.database }, { role: 'owner' });
  const document = (await app.inject('/api/v1/openapi.json')).json<{
    paths: Record<string, Record<string, { 'x-action': Action }>>;
  }>();
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      path,
      method: method.toUpperCase() as Route['method'],
      action: operation['x-action'],
    })),
  );
});
afterAll(() => whole.close());

const ask = ({ method, path }: Route, ids: Readonly<Record<string, string>>, headers: Browser = {}) =>
  whole.app.inject({
    method,
    url: path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => ids[name] ?? newId()),
    headers,
    ...(method === 'GET' || method === 'DELETE' ? {} : { payload: {} }),
  });
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const inStores = () => routes.filter(({ path }) => path.includes('{storeId}'));

describe('every route of the API', () => {
  it('is here to be walked', () => {
    expect(routes.length).toBeGreaterThan(40);
    for (const room of [
      'session',
      'customers',
      'segments',
      'sequences',
      'mailbox',
      'referrals',
      'rewards',
      'deliveries',
      'connections',
    ]) {
      expect(
        routes.some(({ path }) => path.includes(`/${room}`)),
        room,
      ).toBe(true);
    }
  });

  it('answers 401 to the anonymous', async () => {
    for (const route of routes) {
      const answer = await ask(route, { storeId: ours });
      expect(answer.json(), nameOf(route)).toMatchObject({ status: 401, code: 'access.unauthenticated' });
    }
  });

  it('answers 403 to every role whose table does not have its action', async () => {
    for (const role of roleSchema.options) {
      const headers = await signIn(
        { app: whole.app, database: whole.foundation.database },
        { role, email: `walker-${role}@agency.example`, storeIds: [ours] },
      );
      for (const route of routes.filter(({ action }) => !allowedActions[role].has(action))) {
        const answer = await ask(route, { storeId: ours }, headers);
        expect(answer.json(), `${role}: ${nameOf(route)}`).toMatchObject({ status: 403, code: 'access.forbidden' });
      }
    }
  });

  it('answers 403 to a change that comes from another site', async () => {
    for (const route of routes.filter(({ method }) => method !== 'GET')) {
      const answer = await ask(route, { storeId: ours }, { ...owner, origin: 'https://evil.example' });
      expect(answer.json(), nameOf(route)).toMatchObject({ status: 403, code: 'request.origin_refused' });
    }
  });

  it('answers 404 for a store that does not exist', async () => {
    for (const route of inStores()) {
      expect((await ask(route, {}, owner)).json(), nameOf(route)).toMatchObject({
        status: 404,
        code: 'store.not_found',
      });
    }
  });

  it('answers 404 for a store the caller does not see, as if it did not exist', async () => {
    const key = await whole.app.inject({
      method: 'POST',
      url: '/api/v1/api-keys',
      headers: owner,
      payload: {
        name: 'theirs only',
        storeId: theirs,
        // A key for one store is given no rights over people.
        scopes: [...new Set(routes.map(({ action }) => action))].filter(
          (action) => action !== 'session.read' && !action.startsWith('people.'),
        ),
      },
    });
    const headers = { authorization: `Bearer ${key.json<{ key: string }>().key}` };
    for (const route of inStores()) {
      expect((await ask(route, { storeId: ours }, headers)).json(), nameOf(route)).toMatchObject({
        status: 404,
        code: 'store.not_found',
      });
    }
    const stores = (await whole.app.inject({ url: '/api/v1/stores', headers })).json<{ data: { id: string }[] }>();
    expect(stores.data.map(({ id }) => id)).toEqual([theirs]);
  });

  it('finds nothing by an id of another store', async () => {
    const idsOf = async (path: string) =>
      (await whole.app.inject({ url: `/api/v1/stores/${ours}${path}`, headers: owner })).json<{
        data: { id: string }[];
      }>().data[0]?.id ?? '';
    const ids = {
      storeId: theirs,
      connectionId: await idsOf('/connections'),
      segmentId: await idsOf('/segments'),
      sequenceId: await idsOf('/sequences'),
    };
    expect(Object.values(ids)).not.toContain('');
    for (const route of inStores().filter(({ path }) => /\{(?!storeId)\w+\}/.test(path) && !path.includes('{key}'))) {
      const { statusCode } = await ask(route, ids, owner);
      // A body that does not serve is refused before anything is looked for.
      expect([404, 400, 422], nameOf(route)).toContain(statusCode);
    }
  });

  it('never answers 500 to what is hostile or mangled', async () => {
    const bodies: readonly unknown[] = [
      null,
      [],
      'text',
      0,
      true,
      { '': {} },
      { name: '\0', slug: 'nul', key: 'nul', rule: { field: 'orderCount', is: 'atLeast', value: 1 } },
      { name: '\ud800' },
      { __proto__: null, constructor: 1 },
    ];
    const queries = [
      '?search=%00',
      '?limit=-1&cursor=e30',
      '?limit=1e9',
      '?customerId=x&state=x&ids=,',
      '?search=%25_%5C&email=%F0%9F%98%80',
    ];
    for (const { method, path } of routes) {
      const url = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => (name === 'storeId' ? theirs : newId()));
      for (const query of queries) {
        const { statusCode } = await whole.app.inject({ method, url: `${url}${query}`, headers: owner });
        expect(statusCode, `${method} ${path}${query}`).toBeLessThan(500);
      }
      for (const body of method === 'GET' ? [] : bodies) {
        const headers = { ...owner, 'content-type': 'application/json' };
        const answer = await whole.app.inject({ method, url, headers, payload: JSON.stringify(body) });
        expect(answer.statusCode, `${method} ${path} ${JSON.stringify(body)}: ${answer.body}`).toBeLessThan(500);
      }
    }
  }, 60_000);

  it('never answers 500 to an empty body', async () => {
    for (const route of routes)
      expect((await ask(route, { storeId: theirs }, owner)).statusCode, nameOf(route)).toBeLessThan(500);
  });
});
