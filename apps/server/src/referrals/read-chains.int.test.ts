import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../test-support/open-test-database.ts';
import { seedStore } from '../../test-support/seed-store.ts';
import type { Tx } from '../foundation/database/database.ts';
import { newId } from '../foundation/ids.ts';
import { readChains } from './read-chains.ts';

let opened: OpenTestDatabase;
let storeId: StoreId;
let otherId: StoreId;
const ada: CustomerId = newId();
const bo: CustomerId = newId();
const cas: CustomerId = newId();
const dee: CustomerId = newId();
const eve: CustomerId = newId();

async function refer(tx: Tx, advocate: CustomerId, friend: CustomerId, state: string): Promise<void> {
  for (const id of [advocate, friend]) {
    await sql`insert into customer (store_id, id) values (${storeId}, ${id}) on conflict do nothing`.execute(tx);
  }
  await sql`insert into advocate (store_id, customer_id, slug) values (${storeId}, ${advocate}, ${advocate}) on conflict do nothing`.execute(
    tx,
  );
  await sql`
    insert into referral (store_id, id, program_id, advocate_customer_id, friend_customer_id, friend_person_key, state, rules, decided, claimed_at)
    values (${storeId}, ${newId()}, ${storeId}, ${advocate}, ${friend}, ${newId()}, ${state}, '{}', '{}', clock_now())`.execute(
    tx,
  );
}

/** Ada brought Bo, who brought Cas; a claim of Dee's ran out, and Eve brought Dee. */
beforeAll(async () => {
  opened = await openTestDatabase();
  storeId = await seedStore(opened.database);
  otherId = await seedStore(opened.database);
  await opened.database.withStore(storeId, async (tx) => {
    await refer(tx, ada, bo, 'closed');
    await refer(tx, bo, cas, 'held');
    await refer(tx, dee, cas, 'expired');
    await refer(tx, eve, dee, 'claimed');
  });
});
afterAll(() => opened.close());

const chains = (id: StoreId) => opened.database.withStore(id, (tx) => readChains(tx, id, 10));

it('a chain begins with somebody whom nobody brought, and leads to the friends of friends', async () => {
  expect(await chains(storeId)).toMatchObject([
    {
      advocateId: ada,
      links: [
        { advocateId: ada, friendId: bo, status: 'closed', depth: 1 },
        { advocateId: bo, friendId: cas, status: 'held', depth: 2 },
      ],
    },
    { advocateId: eve, links: [{ friendId: dee, depth: 1 }] },
  ]);
});

it('another store has none', async () => {
  expect(await chains(otherId)).toEqual([]);
});

it('a circle ends', async () => {
  const one: CustomerId = newId();
  const two: CustomerId = newId();
  const three: CustomerId = newId();
  await opened.database.withStore(storeId, async (tx) => {
    await refer(tx, one, two, 'closed');
    await refer(tx, two, three, 'closed');
    await refer(tx, three, two, 'closed');
  });
  expect((await chains(storeId)).find(({ advocateId }) => advocateId === one)?.links).toHaveLength(2);
});
