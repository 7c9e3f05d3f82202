import { sql } from 'kysely';
import { scopeOfSuppression, type Suppression, type SuppressionReason } from '@regulars/core/messaging';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { toErasedKey } from './erased-suppressions.ts';

export interface StoredSuppression extends Suppression {
  readonly recipientKey: string;
  readonly at: Instant;
  readonly note: string | null;
}

export interface NewSuppression {
  readonly recipientKey: string;
  readonly reason: SuppressionReason;
  readonly at: Instant;
  readonly note: string | null;
}

/**
 * Forbids writing to these recipients. Call under `lockRecipients`. Returns those that were not forbidden for this reason
 * before: an erased person's address is not written down again for the reason that stands.
 */
export async function insertSuppressions(
  tx: Tx,
  storeId: StoreId,
  suppressions: readonly NewSuppression[],
): Promise<readonly { recipientKey: string; reason: SuppressionReason }[]> {
  if (suppressions.length === 0) return [];
  const { rows } = await sql<{ recipientKey: string; reason: SuppressionReason }>`
    insert into suppression (store_id, recipient_key, reason, scope, at, note)
    select distinct on (recipient_key, reason) ${storeId}::uuid, recipient_key, reason, scope, at, note
    from unnest(
      ${suppressions.map(({ recipientKey }) => recipientKey)}::text[],
      ${suppressions.map(({ reason }) => reason)}::text[],
      ${suppressions.map(({ reason }) => scopeOfSuppression(reason))}::text[],
      ${suppressions.map(({ at }) => toIsoString(at))}::timestamptz[],
      ${suppressions.map(({ note }) => note)}::text[],
      ${suppressions.map(({ recipientKey }) => toErasedKey(storeId, recipientKey))}::text[]
    ) as given (recipient_key, reason, scope, at, note, erased_key)
    where not exists (
      select from suppression e where e.store_id = ${storeId} and e.recipient_key = given.erased_key and e.reason = given.reason)
    order by recipient_key, reason, at
    on conflict (store_id, recipient_key, reason) do nothing
    returning recipient_key as "recipientKey", reason`.execute(tx);
  return rows;
}

/** Lifts one suppression; false when there was none. */
export async function deleteSuppression(
  tx: Tx,
  storeId: StoreId,
  recipientKey: string,
  reason: SuppressionReason,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from suppression
    where store_id = ${storeId} and recipient_key in (${recipientKey}, ${toErasedKey(storeId, recipientKey)}) and reason = ${reason}`.execute(
    tx,
  );
  return (numAffectedRows ?? 0n) > 0n;
}

/** Everything that forbids writing to these recipients, by recipient. */
export async function readSuppressions(
  tx: Tx,
  storeId: StoreId,
  recipientKeys: readonly string[],
): Promise<ReadonlyMap<string, readonly Suppression[]>> {
  if (recipientKeys.length === 0) return new Map();
  const { rows } = await sql<Suppression & { recipientKey: string }>`
    select k.recipient_key as "recipientKey", s.reason, s.scope
    from unnest(${recipientKeys}::text[], ${recipientKeys.map((key) => toErasedKey(storeId, key))}::text[]) as k (recipient_key, erased_key)
    join suppression s on s.store_id = ${storeId} and s.recipient_key in (k.recipient_key, k.erased_key)`.execute(tx);
  return Map.groupBy(rows, ({ recipientKey }) => recipientKey);
}

/** Newest first, after the row named. */
export async function listSuppressions(
  tx: Tx,
  storeId: StoreId,
  page: {
    /** Only this recipient; null for all. */
    readonly recipientKey: string | null;
    readonly after: readonly [at: Instant, recipientKey: string] | null;
    readonly limit: number;
  },
): Promise<readonly StoredSuppression[]> {
  const { recipientKey, after, limit } = page;
  const { rows } = await sql<StoredSuppression>`
    select recipient_key as "recipientKey", reason, scope, at, note from suppression
    where store_id = ${storeId} and (${recipientKey}::text is null or recipient_key in (${recipientKey}, ${recipientKey === null ? null : toErasedKey(storeId, recipientKey)}))
      and (${after === null} or (at, recipient_key) < (${after === null ? null : toIsoString(after[0])}::timestamptz, ${after?.[1] ?? null}))
    order by at desc, recipient_key desc
    limit ${limit}`.execute(tx);
  return rows;
}
