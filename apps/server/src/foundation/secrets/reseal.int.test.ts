import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDatabase, type OpenTestDatabase } from '../../../test-support/open-test-database.ts';
import { addKey } from './add-key.ts';
import { loadKeyRing } from './load-key-ring.ts';
import { countSealed, reseal, type SealedColumn } from './reseal.ts';
import { createSealer } from './seal.ts';

let opened: OpenTestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase();
});
afterAll(() => opened.close());

const columns: readonly SealedColumn[] = [
  {
    table: 'idempotency_key',
    column: 'response_sealed',
    key: ['principal', 'key'],
    toContext: ({ principal, key }) => `test|${principal}|${key}`,
  },
];
const [older, newer] = ['older', 'newer'].map((id) => ({ id, key: randomBytes(32) }));
if (older === undefined || newer === undefined) throw new Error('Two keys are needed.');

const read = () =>
  opened.database.withDirectory(
    async (tx) =>
      (
        await sql<{ key: string; sealed: string | null }>`
          select key, response_sealed as sealed from idempotency_key where principal = 'p'`.execute(tx)
      ).rows,
  );

it('what an older key sealed is sealed by the newest, in batches, and goes on where it was broken off', async () => {
  const before = createSealer([older]);
  await opened.database.withDirectory(async (tx) => {
    for (let key = 0; key < 230; key += 1)
      await sql`
        insert into idempotency_key (principal, key, route, request_hash, response_sealed)
        values ('p', ${String(key)}, '', '', ${key === 7 ? null : before.seal(`secret ${key}`, `test|p|${key}`)})`.execute(
        tx,
      );
  });
  // As one that was broken off half-way left it.
  const after = createSealer([newer, older]);
  await opened.database.withDirectory((tx) =>
    sql`update idempotency_key set response_sealed = ${after.seal('secret 3', 'test|p|3')} where key = '3'`.execute(tx),
  );
  expect(await countSealed(opened.database, columns)).toEqual(
    new Map([
      ['older', 228],
      ['newer', 1],
    ]),
  );
  expect(await reseal(opened.database, after, columns)).toBe(228);
  expect(await reseal(opened.database, after, columns)).toBe(0);
  const alone = createSealer([newer]);
  for (const { key, sealed } of await read())
    expect(sealed === null ? null : alone.open(sealed, `test|p|${key}`)).toBe(key === '7' ? null : `secret ${key}`);
});

it('a secret whose key is lost is told, and nothing is changed', async () => {
  const lost = createSealer([{ id: 'lost', key: randomBytes(32) }]);
  await opened.database.withDirectory((tx) =>
    sql`update idempotency_key set response_sealed = ${lost.seal('x', 'test|p|7')} where key = '7'`.execute(tx),
  );
  await expect(reseal(opened.database, createSealer([newer]), columns)).rejects.toThrow('not in the key ring');
  expect((await read()).find(({ key }) => key === '7')?.sealed).toMatch(/^v1\.lost\./);
});

it('a new key goes in front of those in the data folder, for its owner only, and the others still open', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'));
  try {
    const sealed = createSealer(await loadKeyRing(null, folder)).seal('secret', 'here');
    await addKey(folder, 'k2');
    const ring = await loadKeyRing(null, folder);
    expect(ring.map(({ id }) => id)).toEqual(['k2', 'local']);
    expect(createSealer(ring).open(sealed, 'here')).toBe('secret');
    expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
    await expect(addKey(folder, 'k2')).rejects.toThrow('already');
    await writeFile(join(folder, 'secret.key'), 'nonsense');
    await expect(addKey(folder, 'k3')).rejects.toThrow('cannot be read');
    expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe('nonsense');
  } finally {
    await rm(folder, { recursive: true });
  }
});
