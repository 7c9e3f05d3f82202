import type { StoreId } from '@regulars/core/shared';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { explainStatement } from '../../test-support/explain-statement.ts';
import { createTestHttpApp, type TestHttpApp } from '../../test-support/create-test-http-app.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { newId } from '../foundation/ids.ts';
import { createSealer } from '../foundation/secrets/seal.ts';
import { createStore } from '../stores/create-store.ts';
import { createDirectory } from '../stores/directory.ts';
import type { FoundCustomer } from './answers.ts';
import { findCustomers } from './find-customers.ts';
import { customerSearchRoutes } from './customer-search-routes.ts';

type Known = readonly [firstName: string | null, lastName: string | null, email: string | null];

let http: TestHttpApp;
let roastery: StoreId;
let press: StoreId;
let everywhere: Record<string, string>;

const known: Readonly<Record<'roastery' | 'press', readonly Known[]>> = {
  roastery: [
    ['Annabel', 'Zwart', 'zwart@post.example'],
    ['Anna', 'Smit', 'anna.smit@post.example'],
    [null, null, 'smithy@post.example'],
    ['Bert', 'Anders', 'bert@post.example'],
    // Erased.
    [null, null, null],
  ],
  press: [
    ['Élise', 'Müller', 'elise@post.example'],
    ['Anna', 'Bos', 'Smit@Post.example'],
    ['100%', 'a_b', 'odd@post.example'],
  ],
};

beforeAll(async () => {
  const sealer = createSealer([{ id: 'test', key: Buffer.alloc(32, 1) }]);
  http = await createTestHttpApp({
    apiRoutes: (database) => [customerSearchRoutes({ database, directory: createDirectory(database, sealer) })],
  });
  const { database } = http;
  const directory = createDirectory(database, sealer);
  const fill = async (slug: keyof typeof known) => {
    const made = await createStore({ database, directory, installers: [] }, { slug, name: slug });
    if (!made.ok) throw new Error('The store could not be made.');
    const storeId = made.value.id;
    await database.withStore(storeId, async (tx) => {
      for (const [firstName, lastName, email] of known[slug]) {
        await sql`insert into customer (store_id, id, first_name, last_name, email, email_key)
          values (${storeId}, ${newId()}, ${firstName}, ${lastName}, ${email}, ${email?.toLowerCase() ?? null})`.execute(
          tx,
        );
      }
    });
    return storeId;
  };
  roastery = await fill('roastery');
  press = await fill('press');
  everywhere = await signIn(http, { role: 'marketer' });
});
afterAll(() => http.close());

const find = async (typed: string, headers = everywhere): Promise<readonly FoundCustomer[]> => {
  const answer = await http.app.inject({ url: `/api/v1/customers?search=${encodeURIComponent(typed)}`, headers });
  return answer.json<{ data: FoundCustomer[] }>().data;
};
const namesFor = async (typed: string) =>
  (await find(typed)).map(({ firstName, lastName, email }) =>
    firstName === null ? email : `${firstName} ${lastName}`,
  );

describe('customers', () => {
  it('are found in every store by how their name, last name or address begins', async () => {
    expect(await namesFor('anna')).toEqual(['Anna Bos', 'Anna Smit', 'Annabel Zwart']);
    expect(await namesFor('and')).toEqual(['Bert Anders']);
    expect(await namesFor(' Anna Sm')).toEqual(['Anna Smit']);
    expect(await namesFor('ZWART@')).toEqual(['Annabel Zwart']);
    expect((await find('zwart'))[0]).toMatchObject({ storeId: roastery, email: 'zwart@post.example' });
  });

  it('come by their address first, then by a whole name, then by its beginning', async () => {
    expect(await namesFor('smit@post.example')).toEqual(['Anna Bos']);
    expect(await namesFor('smit')).toEqual(['Anna Smit', 'smithy@post.example', 'Anna Bos']);
  });

  it('are found whatever case and accents are typed, and literally', async () => {
    expect(await namesFor('elise')).toEqual(['Élise Müller']);
    expect(await namesFor('MÜLL')).toEqual(['Élise Müller']);
    expect(await namesFor('a_')).toEqual(['100% a_b']);
    expect(await namesFor('nn')).toEqual([]);
  });

  it('of a store one may not see are not found, nor by somebody who may not see customers', async () => {
    const ofPress = await signIn(http, { role: 'client', email: 'client@press.example', storeIds: [press] });
    expect((await find('anna', ofPress)).map(({ storeId }) => storeId)).toEqual([press]);
    const answer = await http.app.inject({ url: '/api/v1/customers?search=anna' });
    expect(answer.statusCode).toBe(401);
  });

  it('are not looked for by a single letter', async () => {
    const answer = await http.app.inject({ url: '/api/v1/customers?search=%20a%20', headers: everywhere });
    expect(answer.json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  it('are found by three indexes, which row-level security does not keep from it', async () => {
    const lines = await http.database.withStore(roastery, async (tx) => {
      // A handful of rows is quicker read through and sorted.
      await sql`set local enable_seqscan = off`.execute(tx);
      await sql`set local enable_sort = off`.execute(tx);
      return await explainStatement(tx, (watched) => findCustomers(watched, [roastery], { typed: 'an', limit: 8 }));
    });
    for (const column of ['search_text', 'last_name_text', 'email_key'])
      expect(lines).toMatch(new RegExp(`Index Cond: .*${column}\\)::text >= b\\.low`));
  });
});
