import pg from 'pg';
import { Redis } from 'ioredis';
import { expect, inject, test } from 'vitest';

import { createTestDatabase } from './create-test-database.ts';
import { createTestRedis } from './create-test-redis.ts';

test('each test database is migrated and its own', async () => {
  const [one, other] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  try {
    await query(one.databaseUrl, 'create table only_here (n int)');
    expect(await query(one.databaseUrl, 'select count(*) > 0 as migrated from schema_migration')).toEqual([
      { migrated: true },
    ]);
    expect(await query(other.databaseUrl, "select to_regclass('only_here') as found")).toEqual([{ found: null }]);
  } finally {
    await Promise.all([one.drop(), other.drop()]);
  }
});

test('scale-out has a real Redis that never evicts, embedded has none', async () => {
  const { redisUrl, drop } = await createTestRedis();
  expect(redisUrl === null).toBe(inject('testMode') === 'embedded');
  if (redisUrl === null) return;
  const redis = new Redis(redisUrl);
  expect(await redis.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
  expect(await redis.dbsize()).toBe(0);
  redis.disconnect();
  await drop();
});

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
}
