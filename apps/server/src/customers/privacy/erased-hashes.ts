import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** What erased customers were known by, as hashes: of addresses those that `hashEmailKey` makes. */
export async function listErasedHashes(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ hash: string }>`
    select encode(identity_hash, 'hex') as hash from erased_identity
    where store_id = ${storeId} and customer_id = any(${customerIds}::uuid[])`.execute(tx);
  return rows.map(({ hash }) => hash);
}
