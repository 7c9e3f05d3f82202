import { randomBytes } from 'node:crypto';

import { migrate } from '../src/foundation/database/migrate.ts';
import { databaseUrl, runStatement } from './run-statement.ts';

/** A migrated database that tests clone; cloning takes a twentieth of the time of migrating. */
export async function makeTemplate(serverUrl: string): Promise<{ readonly name: string; drop(): Promise<void> }> {
  const name = `regulars_template_${randomBytes(6).toString('hex')}`;
  await runStatement(serverUrl, `create database ${name}`);
  const drop = () => runStatement(serverUrl, `drop database if exists ${name} with (force)`);
  try {
    await migrate(databaseUrl(serverUrl, name));
    return { name, drop };
  } catch (error) {
    await drop();
    throw error;
  }
}
