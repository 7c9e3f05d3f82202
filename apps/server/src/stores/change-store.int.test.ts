import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoreId } from '@regulars/core/shared';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { createStore } from './create-store.ts';
import { createDirectory, type Directory } from './directory.ts';
import { storesRoutes } from './routes.ts';
import type { Store } from './store.ts';

const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
const anna = { name: 'Anna', role: 'owner', email: 'anna@shop.example', replyTo: null };

let http: TestHttpApp;
let directory: Directory;
let storeId: StoreId;
let developer: Record<string, string>;
beforeAll(async () => {
  http = await createTestHttpApp({
    apiRoutes: (database) => {
      directory = createDirectory(database, sealer);
      return [storesRoutes({ database, directory, installers: [] })];
    },
  });
  const made = await createStore(
    { database: http.database, directory, installers: [] },
    {
      slug: 'first',
      name: 'First',
      url: 'https://first.example',
      sender: { name: 'Sam', role: 'founder', email: 'sam@first.example' },
      postalAddress: '1 High Street, Amsterdam',
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  storeId = made.value.id;
  developer = await signIn(http, { role: 'developer' });
});
afterAll(() => http.close());

const change = (payload: object, headers = developer) =>
  http.app.inject({ method: 'PATCH', url: `/api/v1/stores/${storeId}`, headers, payload });
const read = async () => (await directory.findStore(storeId)) as Store;

describe('a store that is changed', () => {
  it('is known by what was given from then on, and keeps the rest', async () => {
    const before = await read();
    const answer = await change({ sender: anna, postalAddress: '2 Low Street, Utrecht' });
    expect(answer.statusCode).toBe(200);
    const expected = { ...before, sender: anna, postalAddress: '2 Low Street, Utrecht' };
    expect(await read()).toEqual(expected);
    expect(answer.json()).toMatchObject({ id: storeId, name: 'First', url: 'https://first.example', sender: anna });
    await change({ name: ' Blue Bottle ', url: null, locale: 'nl' });
    expect(await read()).toEqual({ ...expected, name: 'Blue Bottle', url: null, locale: 'nl' });
    await change({});
    expect(await read()).toEqual({ ...expected, name: 'Blue Bottle', url: null, locale: 'nl' });
  });

  it('is known by it in other processes when they look again', async () => {
    let nowMs = 0;
    const elsewhere = createDirectory(http.database, sealer, () => nowMs);
    await elsewhere.findStore(storeId);
    await change({ name: 'Told elsewhere' });
    nowMs += 2_000;
    expect((await elsewhere.findStore(storeId))?.name).toBe('Told elsewhere');
  });

  it('keeps both of two changes that are made at once', async () => {
    await Promise.all([change({ name: 'Both' }), change({ postalAddress: 'Harbour 1' }), change({ locale: 'de' })]);
    expect(await read()).toMatchObject({ name: 'Both', postalAddress: 'Harbour 1', locale: 'de' });
  });

  it.for([
    ['/name', { name: '  ' }],
    ['/url', { url: 'ftp://first.example' }],
    ['/locale', { locale: 'Dutch' }],
    ['/sender/email', { sender: { ...anna, email: 'anna' } }],
    ['/sender/replyTo', { sender: { ...anna, replyTo: 'nobody' } }],
    ['/sender/role', { sender: { name: 'Anna', email: 'anna@shop.example' } }],
    ['/postalAddress', { postalAddress: '' }],
  ] as const)('is refused what cannot be at %s, and stays as it was', async ([path, payload]) => {
    const before = await read();
    const answer = await change({ postalAddress: 'Elsewhere 1', ...payload });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid', errors: [{ path }] });
    expect(await read()).toEqual(before);
  });

  it.for(['slug', 'currency', 'timeZone', 'pausedAt'])('cannot be given another %s', async (field) => {
    const answer = await change({ [field]: 'USD' });
    expect(answer.json()).toMatchObject({ status: 400, errors: [{ message: expect.stringContaining(field) }] });
  });

  it('is changed by owners and developers, not by a marketer or a client', async () => {
    for (const role of ['marketer', 'client'] as const) {
      const answer = await change({ name: 'Mine' }, await signIn(http, { role }));
      expect(answer.json(), role).toMatchObject({ status: 403, code: 'access.forbidden' });
    }
    const owner = await signIn(http, { role: 'owner' });
    expect((await change({ name: 'Ours' }, owner)).json()).toMatchObject({ name: 'Ours' });
  });
});
