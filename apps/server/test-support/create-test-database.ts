import { randomBytes } from 'node:crypto';

import { inject } from 'vitest';

import { databaseUrl, runStatement } from './run-statement.ts';

export type TestDatabase = { readonly databaseUrl: string; drop(): Promise<void> };

/**
 * A migrated, empty database for one test file, on the PostgreSQL of the mode the tests run in.
 *
 * @example
 * const database = await createTestDatabase();
 * afterAll(() => database.drop());
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('testServerUrl');
  const name = `regulars_test_${randomBytes(8).toString('hex')}`;
  await runStatement(serverUrl, `create database ${name} template ${inject('testTemplate')}`);
  return {
    databaseUrl: databaseUrl(serverUrl, name),
    drop: () => runStatement(serverUrl, `drop database if exists ${name} with (force)`),
  };
}
