import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { createStore } from './create-store.ts';
import { createDirectory } from './directory.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const create = (slug: string, timeZone: string) => {
  const { database } = opened;
  const sealer = createSealer([{ id: 'test', key: randomBytes(32) }]);
  const directory = createDirectory(database, sealer);
  return createStore({ database, directory, installers: [] }, { slug, name: 'The Shop', timeZone });
};

describe('a store’s time zone', () => {
  it.for(['Europe/Amsterdam', 'Asia/Kathmandu', 'America/Argentina/Buenos_Aires', 'utc'])(
    'may be %s, by which both this program and Postgres can tell the day',
    async (timeZone) => {
      const store = await create(`in-${timeZone.toLowerCase().replaceAll(/[^a-z]/g, '-')}`, timeZone);
      expect(store).toMatchObject({ ok: true, value: { timeZone } });
      const rows = await opened.database.withDirectory((tx) => sql`select now() at time zone ${timeZone}`.execute(tx));
      expect(rows.rows).toHaveLength(1);
    },
  );

  it.for(['+02:00', 'Mars/Olympus', ''])('cannot be "%s", and nothing is made', async (timeZone) => {
    expect(await create('nowhere', timeZone)).toMatchObject({
      ok: false,
      failure: [{ code: 'store.invalid', path: '/timeZone', message: expect.stringContaining('Europe/Amsterdam') }],
    });
    const { rows } = await opened.database.withDirectory((tx) =>
      sql`select from store where slug = 'nowhere'`.execute(tx),
    );
    expect(rows).toEqual([]);
  });
});
