import pg from 'pg';

const startingUp = '57P03';
const shuttingDown = new Set(['57P01', '57P02', '57P03']);
const duplicateDatabase = new Set(['42P04', '23505']);

/**
 * Whether a PostgreSQL answers and lets us in; false while it starts or stops.
 *
 * @throws when it answers but refuses us, for instance for a wrong password.
 */
export async function connects(connectionString: string): Promise<boolean> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    const isRefusal = /^[0-9A-Z]{5}$/.test(code) && code !== startingUp && !shuttingDown.has(code);
    if (isRefusal) throw error;
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes the database when it is missing; another process may do the same at the same moment. */
export async function ensureDatabase(connectionString: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } catch (error) {
    if (!duplicateDatabase.has((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}
