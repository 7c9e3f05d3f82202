import { afterAll, beforeAll, expect, it } from 'vitest';
import { pino } from 'pino';
import { createTestDatabase, type TestDatabase } from '../../test-support/create-test-database.ts';
import { openWholeInstance, type WholeInstance } from '../../test-support/open-whole-instance.ts';
import { signIn } from '../../test-support/sign-in.ts';
import { builtInMail } from '../built-in-mail.ts';
import { composeFoundation } from '../compose-foundation.ts';
import { readConfig } from '../config.ts';
import { InstanceKindError } from '../foundation/database/instance-kind.ts';

const databases: TestDatabase[] = [];
let real: WholeInstance;

beforeAll(async () => {
  real = await openWholeInstance();
});
afterAll(async () => {
  await real.close();
  for (const { drop } of databases) await drop();
});

const compose = ({ databaseUrl }: TestDatabase, kind: 'real' | 'demo') =>
  composeFoundation({
    config: readConfig({
      DATABASE_URL: databaseUrl,
      REGULARS_SECRET_KEYS: `test:${Buffer.alloc(32, 1).toString('base64')}`,
    }),
    log: pino({ level: 'silent' }),
    builtInMail,
    ...(kind === 'demo' ? { demo: { clock: { shiftMs: 0 }, platformAdapters: () => [] } } : {}),
  });

it.each([
  ['real', 'demo'],
  ['demo', 'real'],
] as const)('the database of a %s instance is refused to a %s one', async (first, second) => {
  const database = await createTestDatabase();
  databases.push(database);
  await (await compose(database, first)).close();
  await (await compose(database, first)).close();
  await expect(compose(database, second)).rejects.toThrow(InstanceKindError);
});

it('a real instance has no route of the demo, for its owner either', async () => {
  const { app, foundation } = real;
  const headers = await signIn({ app, database: foundation.database }, { role: 'owner' });
  expect((await app.inject({ url: '/api/v1/instance', headers })).json()).toMatchObject({ kind: 'real' });
  for (const [method, url] of [
    ['GET', '/api/v1/demo'],
    ['POST', '/api/v1/demo/clock'],
    ['GET', '/api/v1/demo/stores/0199a000-0000-7000-8000-000000000000/shop'],
    ['POST', '/api/v1/demo/stores/0199a000-0000-7000-8000-000000000000/orders'],
    ['GET', '/demo/enter?token=x'],
  ] as const) {
    const answer = await app.inject({ method, url, headers, ...(method === 'POST' ? { payload: {} } : {}) });
    expect([answer.statusCode, answer.json<{ code: string }>().code], url).toEqual([404, 'request.not_found']);
  }
});

it('a real instance’s clock is Postgres’ own', async () => {
  const ms = await real.foundation.database.withDirectory(async (_tx, now) => now);
  expect(Math.abs(ms - Date.now())).toBeLessThan(5_000);
});
