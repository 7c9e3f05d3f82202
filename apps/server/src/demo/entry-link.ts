import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../foundation/database/database.ts';

const validHours = 24;

/** Makes a link that lets whoever opens it first into the demo, as its owner; for a day. */
export async function createEntryLink(database: Database, publicUrl: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  await database.withDirectory((tx) =>
    sql`insert into demo.entry_link (token_hash) values (${hashToken(token)})`.execute(tx),
  );
  return `${publicUrl}/demo/enter?token=${token}`;
}

/** Uses a link up; false when it was used, is too old, or is none of ours. */
export async function spendEntryToken(database: Database, token: string): Promise<boolean> {
  return await database.withDirectory(async (tx) => {
    const { rows } = await sql<{ isValid: boolean }>`
      delete from demo.entry_link where token_hash = ${hashToken(token)}
      returning created_at > now() - make_interval(hours => ${validHours}) as "isValid"`.execute(tx);
    return rows[0]?.isValid ?? false;
  });
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
