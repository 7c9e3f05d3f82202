import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { languages, type StoreId } from '@regulars/core/shared';
import { openWholeInstance, type WholeInstance } from '../test-support/open-whole-instance.ts';
import { createFirstStore } from './first-store/create-first-store.ts';

let instance: WholeInstance;
beforeAll(async () => {
  instance = await openWholeInstance();
});
afterAll(() => instance.close());

const listLocales = (storeId: StoreId) =>
  instance.foundation.database.withStore(storeId, async (tx) => {
    const { rows } = await sql<{ locale: string }>`select distinct locale from template_version`.execute(tx);
    return rows.map(({ locale }) => locale).sort();
  });

it('a store of an older version is brought the letters of every language by the lanes of this one', async () => {
  const { foundation, rooms } = instance;
  const store = await createFirstStore({ ...foundation, installers: rooms.installers });
  if (store === null) throw new Error('There was a store already.');
  await foundation.database.withStore(store.id, (tx) =>
    sql`delete from template_version where locale = 'de'`.execute(tx),
  );
  expect(await listLocales(store.id)).not.toContain('de');

  for (const lane of rooms.lanes.filter(({ name }) => name.startsWith('delivery.'))) {
    const due = await foundation.database.withStore(store.id, (tx) => lane.listDueStores(tx));
    for (const storeId of due) await lane.work(storeId);
  }
  expect(await listLocales(store.id)).toEqual([...languages].sort());
});
