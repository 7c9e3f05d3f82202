import { sql } from 'kysely';
import type { ConnectionId, EffectId, Instant, StoreId } from '@regulars/core/shared';
import { toIsoString } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** What is known about a mail of which nobody knows whether it went. */
export interface LookupState {
  readonly id: EffectId;
  /** The account it was given to; null for the local mailbox. */
  readonly connectionId: ConnectionId | null;
  readonly unknownAt: Instant | null;
  /** How often the provider answered. */
  readonly lookups: number;
  /** When the provider first knew nothing of it. */
  readonly absentAt: Instant | null;
  readonly resentAt: Instant | null;
  /** A receipt came: the provider has it, whatever it answers. */
  readonly hasReceipt: boolean;
}

export async function readLookups(
  tx: Tx,
  storeId: StoreId,
  ids: readonly EffectId[],
): Promise<ReadonlyMap<EffectId, LookupState>> {
  const { rows } = await sql<LookupState>`
    select id, connection_id as "connectionId", unknown_at as "unknownAt", lookups, absent_at as "absentAt", resent_at as "resentAt",
      exists (select 1 from message_receipt r where r.store_id = m.store_id and r.message_id = m.id) as "hasReceipt"
    from message m where store_id = ${storeId} and id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export async function writeLookups(tx: Tx, storeId: StoreId, states: readonly LookupState[]): Promise<void> {
  if (states.length === 0) return;
  const text = (instant: Instant | null) => (instant === null ? null : toIsoString(instant));
  await sql`
    update message m
    set unknown_at = given.unknown_at, lookups = given.lookups, absent_at = given.absent_at, resent_at = given.resent_at,
        counts_at = case when given.resent_at is distinct from m.resent_at then null else m.counts_at end
    from unnest(
      ${states.map(({ id }) => id)}::uuid[],
      ${states.map(({ unknownAt }) => text(unknownAt))}::timestamptz[],
      ${states.map(({ lookups }) => lookups)}::int[],
      ${states.map(({ absentAt }) => text(absentAt))}::timestamptz[],
      ${states.map(({ resentAt }) => text(resentAt))}::timestamptz[]
    ) as given (id, unknown_at, lookups, absent_at, resent_at)
    where m.store_id = ${storeId} and m.id = given.id`.execute(tx);
}
