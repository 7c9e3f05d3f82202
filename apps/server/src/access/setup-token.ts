import { createHash, randomBytes } from 'node:crypto';

import { sql } from 'kysely';

import type { Database, Tx } from '../foundation/database/database.ts';
import { hasPeople } from './people-repository.ts';

/**
 * Makes the one-time link under which the first start creates its owner; null when there is an owner. A link serves a
 * day; whoever reaches the port without it can do nothing, not even from this machine.
 */
export async function createSetupLink(database: Database, publicUrl: string): Promise<string | null> {
  const token = randomBytes(24).toString('base64url');
  const created = await database.withDirectory(async (tx) => {
    if (await hasPeople(tx)) return false;
    await sql`insert into setup_token (token_hash) values (${hashToken(token)})`.execute(tx);
    return true;
  });
  return created ? `${publicUrl.replace(/\/$/, '')}/setup?token=${token}` : null;
}

/** Whether the token opens the set-up now. */
export async function isSetupToken(tx: Tx, token: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from setup_token
    where token_hash = ${hashToken(token)} and used_at is null and created_at > clock_now() - interval '24 hours'`.execute(
    tx,
  );
  return rows.length > 0;
}

/** Uses the token up, and with it every other one. False when another request was first. */
export async function spendSetupToken(tx: Tx, token: string): Promise<boolean> {
  // All of them are locked, so that two links cannot make two owners.
  await sql`select 1 from setup_token order by token_hash for update`.execute(tx);
  if (!(await isSetupToken(tx, token))) return false;
  await sql`update setup_token set used_at = clock_now() where used_at is null`.execute(tx);
  return true;
}

function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
