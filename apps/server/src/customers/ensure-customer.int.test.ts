import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import { ensureCustomer } from './ensure-customer.ts';
import { lockProjection } from './projection/load-world.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

it('somebody who leaves an address waits for a batch of deliveries under way, which may be about to meet the same address', async () => {
  const { database } = opened;
  const storeId = await seedStore(database);
  const steps: string[] = [];
  const batch = Promise.withResolvers<undefined>();
  const isHeld = Promise.withResolvers<undefined>();
  const project = database.withStore(storeId, async (tx) => {
    await lockProjection(tx, storeId);
    isHeld.resolve(undefined);
    await batch.promise;
    steps.push('batch');
  });
  await isHeld.promise;
  const person = { email: 'ben@example.org', firstName: null, locale: null, saidYesAt: null };
  const claim = database
    .withStore(storeId, (tx, now) => ensureCustomer(tx, storeId, person, now))
    .then(() => steps.push('claim'));
  try {
    await vi.waitFor(async () => {
      const { rows } = await database.withStore(storeId, (tx) =>
        sql`select from pg_locks l join pg_database d on d.oid = l.database
            where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`.execute(tx),
      );
      expect(rows).toHaveLength(1);
    });
  } finally {
    batch.resolve(undefined);
    await Promise.all([project, claim]);
  }
  expect(steps).toEqual(['batch', 'claim']);
});
