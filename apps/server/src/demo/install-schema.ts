import { readFile } from 'node:fs/promises';
import pg from 'pg';

const file = new URL('./schema.sql', import.meta.url);

/** Makes the demo's own tables where they are missing, as the owner of the database. */
export async function installDemoSchema(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, application_name: 'regulars demo' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ schema: string | null }>(`select to_regclass('demo.state')::text as schema`);
    if (rows[0]?.schema != null) return;
    await client.query(`begin; ${await readFile(file, 'utf8')}; commit`);
  } finally {
    await client.end();
  }
}
