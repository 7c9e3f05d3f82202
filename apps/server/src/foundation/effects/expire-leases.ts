import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

/**
 * Gives back what a dead worker held. Not yet sent: planned again. Perhaps sent: unknown, to be looked up,
 * never blindly repeated.
 */
export async function expireLeases(tx: Tx, storeId: StoreId): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update effect
    set state = case state when 'claimed' then 'planned' else 'unknown' end,
        reason = 'effect.lease_expired', lease_token = null, lease_until = null,
        due_at = case state when 'claimed' then due_at else clock_now() end
    where store_id = ${storeId} and state in ('claimed', 'sending') and lease_until < clock_now()
    returning id
  `.execute(tx);
  return rows.length;
}

/** Stores in which a lease has run out. */
export async function listStoresWithExpiredLeases(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select distinct store_id as id from effect where state in ('claimed', 'sending') and lease_until < clock_now()
  `.execute(tx);
  return rows.map(({ id }) => id);
}
