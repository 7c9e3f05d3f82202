import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';

import type { Tx } from '../foundation/database/database.ts';
import type { Role } from './roles.ts';

export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  /** Null: every store. */
  readonly storeIds: readonly StoreId[] | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
}

const columns = sql.raw(
  'id, email, role, store_ids as "storeIds", created_at as "createdAt", expires_at as "expiresAt"',
);

/** Keeps an invitation for a week; an earlier one to the same address ends by it. */
export async function saveInvitation(
  tx: Tx,
  invitation: Pick<Invitation, 'id' | 'email' | 'role' | 'storeIds'> & { readonly tokenHash: Buffer },
): Promise<Invitation> {
  const { rows } = await sql<Invitation>`
    insert into invitation (id, token_hash, email, role, store_ids, expires_at)
    values (${invitation.id}, ${invitation.tokenHash}, ${invitation.email.toLowerCase()}, ${invitation.role},
            ${invitation.storeIds}::uuid[], clock_now() + interval '7 days')
    on conflict (email) do update set id = excluded.id, token_hash = excluded.token_hash, role = excluded.role,
      store_ids = excluded.store_ids, created_at = clock_now(), expires_at = excluded.expires_at
    returning ${columns}`.execute(tx);
  const [saved] = rows;
  if (saved === undefined) throw new Error('The invitation was not saved.');
  return saved;
}

/** The newest first; those that ran out too, because somebody may wait for them. */
export async function listInvitations(tx: Tx): Promise<readonly Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation order by created_at desc, id desc limit 500`.execute(tx);
  return rows;
}

/** The invitation a token opens now. */
export async function findInvitation(tx: Tx, tokenHash: Buffer): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`
    select ${columns} from invitation where token_hash = ${tokenHash} and expires_at > clock_now()`.execute(tx);
  return rows[0] ?? null;
}

/** Uses the invitation up; null when another request was first. */
export async function spendInvitation(tx: Tx, tokenHash: Buffer): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`
    delete from invitation where token_hash = ${tokenHash} and expires_at > clock_now() returning ${columns}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

/** Whether there was such an invitation to take back. */
export async function deleteInvitation(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`delete from invitation where id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}
