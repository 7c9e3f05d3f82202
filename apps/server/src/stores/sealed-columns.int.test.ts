import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { newId } from '../foundation/ids.ts';
import { reseal } from '../foundation/secrets/reseal.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { sealedAnswers } from '../http/idempotency/sealed-column.ts';
import { sealField } from './authorize/attempt-secret.ts';
import { createConnection, openConnection, openHookToken, sealWebhookSecret } from './connections.ts';
import { createDirectory } from './directory.ts';
import { createStore } from './create-store.ts';
import { findConnection, rotateWebhookSecret } from './repository.ts';
import { sealedColumns } from './sealed-columns.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const keys = [
  { id: 'new', key: randomBytes(32) },
  { id: 'old', key: randomBytes(32) },
] as const;
const old = createSealer([keys[1]]);

it('knows every sealed column there is', async () => {
  const { rows } = await opened.database.withDirectory((tx) =>
    sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and column_name like '%\_sealed' order by 1`.execute(tx),
  );
  const known = [...sealedColumns, sealedAnswers].map(({ table, column }) => `${table}.${column}`);
  expect(known.toSorted()).toEqual(rows.map(({ name }) => name));
});

it('after all was sealed again, everything of a connection opens without the old key', async () => {
  const { database } = opened;
  const deps = { database, directory: createDirectory(database, old), installers: [] };
  const store = await createStore(deps, { slug: 'shop', name: 'Shop' });
  if (!store.ok) throw new Error('The store was not made.');
  const storeId: StoreId = store.value.id;
  const wished = { purpose: 'platform', adapterId: 'shopify', config: { a: 1 }, webhookSecret: 'first' } as const;
  const { id, hookToken } = await database.withStore(storeId, (tx) => createConnection(tx, old, storeId, wished));
  const second = sealWebhookSecret(old, storeId, id, 'second');
  await database.withStore(storeId, (tx) => rotateWebhookSecret(tx, storeId, id, second));
  await createDirectory(database, old).loanOf(storeId, id).write('lent');
  const place = { storeId, id: newId<'ConnectionAttempt'>() };
  await database.withDirectory((tx) =>
    sql`
      insert into connection_attempt (store_id, id, adapter_id, begun_by, state_hash, browser_hash, settings_sealed, callback_sealed, expires_at)
      values (${storeId}, ${place.id}, 'shopify', 'person:1', '\x01', '\x01', ${sealField(old, place, 'settings', '{}')},
              ${sealField(old, place, 'callback', '')}, clock_now())`.execute(tx),
  );

  expect(await reseal(database, createSealer(keys), sealedColumns)).toBe(7);
  const alone = createSealer([keys[0]]);
  const row = await database.withStore(storeId, (tx) => findConnection(tx, storeId, id));
  if (row === null) throw new Error('The connection is gone.');
  expect(openConnection(alone, row)).toMatchObject({ config: { a: 1 }, webhookSecrets: ['second', 'first'] });
  expect(openHookToken(alone, row)).toBe(hookToken);
  expect(await createDirectory(database, alone).loanOf(storeId, id).read()).toBe('lent');
});
