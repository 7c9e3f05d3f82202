import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toInstant, type CustomerId, type StoreId } from '@regulars/core/shared';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { appendEvents } from '../events/event-log.ts';
import { newId } from '../ids.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

/** Names the tenant themselves, or hold no customer data: see docs/adr/0005. */
const directoryTables = [
  'advocate_link',
  'api_key',
  'connection',
  'connection_attempt',
  'idempotency_key',
  'instance',
  'invitation',
  'limited_person',
  'person_store',
  'schema_migration',
  'setup_token',
  'store',
];

async function catalogue<Row>(query: ReturnType<typeof sql<Row>>): Promise<readonly Row[]> {
  return await opened.database.withDirectory(async (tx) => (await query.execute(tx)).rows);
}

describe('tenancy', () => {
  it('forces row-level security on every table that is not of the directory', async () => {
    const open = await catalogue(sql<{ name: string }>`
      select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)
      order by relname`);
    expect(open.map(({ name }) => name).filter((name) => !directoryTables.includes(name))).toEqual([]);
  });

  it('puts store_id into every unique and foreign key of those tables', async () => {
    const keys = await catalogue(sql<{ relation: string; key: string; columns: string[] }>`
      select c.relname as relation, i.relname as key,
             array(select a.attname::text from unnest(x.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k) as columns
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where x.indisunique and c.relnamespace = 'public'::regnamespace and c.relrowsecurity`);
    expect(keys.filter(({ columns }) => !columns.includes('store_id'))).toEqual([]);
    const references = await catalogue(sql<{ name: string; columns: string[] }>`
      select f.conname as name,
             array(select a.attname::text from unnest(f.conkey) k join pg_attribute a on a.attrelid = f.conrelid and a.attnum = k) as columns
      from pg_constraint f join pg_class c on c.oid = f.conrelid where f.contype = 'f' and c.relrowsecurity`);
    expect(references.filter(({ columns }) => !columns.includes('store_id'))).toEqual([]);
  });

  it('has no view or function that sees more than its caller', async () => {
    const views = await catalogue(sql<{ name: string }>`
      select relname as name from pg_class
      where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace
        and not coalesce(reloptions @> array['security_invoker=true'], false)`);
    const functions = await catalogue(sql<{ name: string }>`
      select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`);
    expect([...views, ...functions]).toEqual([]);
  });

  it('acts as a role that owns nothing and bypasses nothing', async () => {
    const [role] = await catalogue(sql<{ name: string; isFree: boolean; owns: number }>`
      select rolname as name, (rolsuper or rolbypassrls) as "isFree", (select count(*) from pg_class where relowner = r.oid) as owns
      from pg_roles r where rolname = current_user`);
    expect(role).toEqual({ name: 'regulars_app', isFree: false, owns: 0 });
  });

  it('shows a store its own rows, another store none, and nobody any', async () => {
    const { database } = opened;
    const [mine, other]: [StoreId, StoreId] = [newId(), newId()];
    await database.withStore(mine, (tx) =>
      appendEvents(tx, mine, [{ customerId: newId<'Customer'>(), kind: 'orderPaid', at: toInstant(0), data: {} }]),
    );
    const count = sql<{ n: number }>`select count(*) as n from event`;
    const seen = async (rows: Promise<{ rows: { n: number }[] }>) => (await rows).rows[0]?.n;
    expect(await database.withStore(mine, (tx) => seen(count.execute(tx)))).toBe(1);
    expect(await database.withStore(other, (tx) => seen(count.execute(tx)))).toBe(0);
    expect(await database.withDirectory((tx) => seen(count.execute(tx)))).toBe(0);
    expect(await database.withStores([mine, other], (tx) => seen(count.execute(tx)))).toBe(1);
  });

  it('refuses to write a row of another store', async () => {
    const [mine, other]: [StoreId, StoreId] = [newId(), newId()];
    const customerId: CustomerId = newId();
    await expect(
      opened.database.withStore(mine, (tx) =>
        appendEvents(tx, other, [{ customerId, kind: 'orderPaid', at: toInstant(0), data: {} }]),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('binds a statement of its own like any other', async () => {
    const [mine, other]: [StoreId, StoreId] = [newId(), newId()];
    const insert = (storeId: StoreId) =>
      opened.database.once(
        [mine],
        (tenant) => sql`
        with ${tenant}
        insert into event_stream (store_id, customer_id, head) select given.store_id, ${newId()}::uuid, 1
        from tenant, (values (${storeId}::uuid)) as given (store_id)`,
      );
    await expect(insert(mine)).resolves.toBeUndefined();
    await expect(insert(other)).rejects.toMatchObject({ code: '42501' });
  });

  it('forgets the store when the transaction ends, also on a pooled connection', async () => {
    const mine: StoreId = newId();
    await opened.database.withStore(mine, (tx) => sql`select 1`.execute(tx));
    const stores = await opened.database.withDirectory(
      async (tx) => (await sql<{ s: string[] }>`select current_stores() as s`.execute(tx)).rows[0]?.s,
    );
    expect(stores).toEqual([]);
  });
});
