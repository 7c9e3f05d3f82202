import { sql } from 'kysely';
import type { ProviderSuppressionReason } from '@regulars/adapter-contracts';
import type { SuppressionReason } from '@regulars/core/messaging';
import { toIsoString, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

export interface PushKey {
  readonly recipientKey: string;
  readonly reason: ProviderSuppressionReason;
}

/** What the provider must be told, and how it stands here at the moment of the claim. */
export interface SuppressionPush extends PushKey {
  readonly version: number;
  /** Attempts before this one. */
  readonly attempt: number;
  /** Since when it stands; null where it does not. */
  readonly suppressedAt: Instant | null;
}

/**
 * Notes, in the transaction that changed it, that the provider does not know yet how this suppression stands. One of a
 * person on the team (`manual`) is ours alone.
 */
export async function planPush(
  tx: Tx,
  storeId: StoreId,
  recipientKey: string,
  reason: SuppressionReason,
): Promise<void> {
  if (reason === 'manual') return;
  await sql`
    insert into suppression_push (store_id, recipient_key, reason, due_at)
    values (${storeId}, ${recipientKey}, ${reason}, clock_now())
    on conflict (store_id, recipient_key, reason) do update
    set version = suppression_push.version + 1, attempt = 0, due_at = excluded.due_at, told_at = null`.execute(tx);
}

/** Notes the same of all that stands, for a provider that was met just now. */
export async function planAllPushes(tx: Tx, storeId: StoreId): Promise<void> {
  await sql`
    insert into suppression_push (store_id, recipient_key, reason, due_at)
    select store_id, recipient_key, reason, clock_now() from suppression
    where store_id = ${storeId} and reason <> 'manual' and recipient_key like '%@%'
    on conflict (store_id, recipient_key, reason) do update
    set version = suppression_push.version + 1, attempt = 0, due_at = excluded.due_at, told_at = null`.execute(tx);
}

export async function listStoresWithDuePushes(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    where exists (
      select 1 from suppression_push p where p.store_id = s.id and p.told_at is null and p.due_at <= clock_now())`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

/** Takes due pushes for a while. One that is told twice does no harm, so no more is needed to keep workers apart. */
export async function claimPushes(
  tx: Tx,
  storeId: StoreId,
  { limit, leaseMs }: { readonly limit: number; readonly leaseMs: number },
): Promise<readonly SuppressionPush[]> {
  const { rows } = await sql<SuppressionPush>`
    with due as (
      select recipient_key, reason from suppression_push
      where store_id = ${storeId} and told_at is null and due_at <= clock_now()
      order by due_at
      limit ${limit}
      for update skip locked
    )
    update suppression_push p set due_at = clock_now() + ${`${leaseMs} milliseconds`}::interval, attempt = attempt + 1
    from due
    where p.store_id = ${storeId} and p.recipient_key = due.recipient_key and p.reason = due.reason
    returning p.recipient_key as "recipientKey", p.reason, p.version, p.attempt - 1 as attempt,
      (select s.at from suppression s
       where s.store_id = p.store_id and s.recipient_key = p.recipient_key and s.reason = p.reason) as "suppressedAt"`.execute(
    tx,
  );
  return rows;
}

/** The provider knows; unless it changed meanwhile. */
export async function settlePush(tx: Tx, storeId: StoreId, push: SuppressionPush): Promise<void> {
  await sql`
    update suppression_push set told_at = clock_now()
    where store_id = ${storeId} and recipient_key = ${push.recipientKey} and reason = ${push.reason}
      and version = ${push.version}`.execute(tx);
}

export async function delayPush(tx: Tx, storeId: StoreId, push: SuppressionPush, dueAt: Instant): Promise<void> {
  await sql`
    update suppression_push set due_at = ${toIsoString(dueAt)}::timestamptz
    where store_id = ${storeId} and recipient_key = ${push.recipientKey} and reason = ${push.reason}
      and version = ${push.version}`.execute(tx);
}

/** Which of these the provider did not know yet when it was asked. */
export async function readRecentPushes(
  tx: Tx,
  storeId: StoreId,
  recipientKeys: readonly string[],
  askedAt: Instant,
): Promise<(key: PushKey) => boolean> {
  const { rows } = await sql<PushKey>`
    select recipient_key as "recipientKey", reason from suppression_push
    where store_id = ${storeId} and recipient_key = any(${recipientKeys}::text[])
      and (told_at is null or told_at > ${toIsoString(askedAt)}::timestamptz)`.execute(tx);
  const found = new Set(rows.map(({ recipientKey, reason }) => `${reason} ${recipientKey}`));
  return ({ recipientKey, reason }) => found.has(`${reason} ${recipientKey}`);
}

/** Forgets what the provider was told before an instant. */
export async function forgetToldPushes(tx: Tx, storeId: StoreId, before: Instant): Promise<void> {
  await sql`
    delete from suppression_push where store_id = ${storeId} and told_at < ${toIsoString(before)}::timestamptz`.execute(
    tx,
  );
}

/**
 * Where there is nobody to be told: forgets what stands, since whoever is met next is told all that does, and keeps what
 * was lifted, since nobody else remembers it.
 */
export async function putOffDuePushes(tx: Tx, storeId: StoreId, until: Instant): Promise<void> {
  await sql`
    delete from suppression_push p
    where p.store_id = ${storeId} and p.told_at is null and p.due_at <= clock_now()
      and exists (
        select 1 from suppression s
        where s.store_id = p.store_id and s.recipient_key = p.recipient_key and s.reason = p.reason)`.execute(tx);
  await sql`
    update suppression_push set due_at = ${toIsoString(until)}::timestamptz
    where store_id = ${storeId} and told_at is null and due_at <= clock_now()`.execute(tx);
}
