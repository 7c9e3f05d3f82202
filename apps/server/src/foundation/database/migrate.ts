import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const directory = fileURLToPath(new URL('./migrations/', import.meta.url));
const lockKey = 7_253_413;

export interface MigrationReport {
  readonly applied: readonly string[];
}

/**
 * Brings the database to this program's schema: each file of `migrations/` once, in order, each in its own transaction.
 * Any number of processes may call it at once. Connects as the owner of the tables, not as the application role.
 *
 * @throws MigrationError when the database is newer than this program, or an applied file was changed.
 */
export async function migrate(connectionString: string): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString, application_name: 'regulars migrate' });
  // A lost connection fails the statement in hand; the event beside it has nothing to add.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await prepare(client);
    return { applied: await applyMissing(client) };
  } finally {
    await client.end();
  }
}

/** Whether the database stands exactly where this program wants it. */
export async function isMigrated(query: (text: string) => Promise<{ rows: { name: string }[] }>): Promise<boolean> {
  const names = await migrationNames();
  const { rows } = await query('select name from schema_migration order by name');
  return rows.length === names.length && rows.every((row, index) => row.name === names[index]);
}

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

async function prepare(client: pg.Client): Promise<void> {
  // Roles belong to the whole server, so another database's migration may make it at this very moment.
  await client.query(`do $$ begin
    create role regulars_app nologin nobypassrls;
  exception when duplicate_object or unique_violation then null; end $$`);
  await client.query(`do $$ begin
    execute format('grant regulars_app to %I', current_user);
    execute format('grant usage on schema public to regulars_app');
  exception when others then
    if not pg_has_role(current_user, 'regulars_app', 'member') then raise; end if;
  end $$`);
  await client.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  await client.query('grant select on schema_migration to regulars_app');
}

async function applyMissing(client: pg.Client): Promise<string[]> {
  const names = await migrationNames();
  const ledger = await client.query<{ name: string; checksum: string }>('select name, checksum from schema_migration');
  const known = new Map(ledger.rows.map((row) => [row.name, row.checksum]));
  const newer = [...known.keys()].find((name) => !names.includes(name));
  if (newer !== undefined) {
    throw new MigrationError(
      `The database already has ${newer}, which this version of Regulars does not know. Start a newer version.`,
    );
  }
  const applied: string[] = [];
  for (const name of names) {
    const text = await readFile(`${directory}${name}`, 'utf8');
    const checksum = createHash('sha256').update(text).digest('hex');
    const before = known.get(name);
    if (before === checksum) continue;
    if (before !== undefined) {
      throw new MigrationError(
        `${name} was changed after it was applied. Restore it, and put the change into a new file.`,
      );
    }
    await client.query('begin');
    try {
      await client.query(text);
      await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
    applied.push(name);
  }
  return applied;
}

async function migrationNames(): Promise<string[]> {
  return (await readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
}
