import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type SegmentId, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { compileRule } from './compile-rule.ts';
import type { Segment } from './segment.ts';

export const segmentColumns = sql`
  id, key, name, rule, archived_at as "archivedAt", created_at as "createdAt", updated_at as "updatedAt"`;

/** Those in use; archived ones have no members. */
export async function listAllSegments(tx: Tx, storeId: StoreId): Promise<readonly Segment[]> {
  const { rows } = await sql<Segment>`
    select ${segmentColumns} from segment where store_id = ${storeId} and archived_at is null order by key
  `.execute(tx);
  return rows;
}

/** Locks the segment until the transaction ends. */
export async function lockSegment(tx: Tx, storeId: StoreId, id: SegmentId): Promise<Segment | null> {
  const { rows } =
    await sql<Segment>`select ${segmentColumns} from segment where store_id = ${storeId} and id = ${id} for update`.execute(
      tx,
    );
  return rows[0] ?? null;
}

/** @returns null when the key is taken. */
export async function insertSegment(
  tx: Tx,
  storeId: StoreId,
  segment: Pick<Segment, 'id' | 'key' | 'name' | 'rule'>,
): Promise<Segment | null> {
  const { rows } = await sql<Segment>`
    insert into segment (store_id, id, key, name, rule)
    values (${storeId}, ${segment.id}, ${segment.key}, ${segment.name}, ${JSON.stringify(segment.rule)}::jsonb)
    on conflict (store_id, key) do nothing
    returning ${segmentColumns}
  `.execute(tx);
  return rows[0] ?? null;
}

export async function updateSegment(
  tx: Tx,
  storeId: StoreId,
  segment: Pick<Segment, 'id' | 'name' | 'rule'>,
): Promise<Segment> {
  const { rows } = await sql<Segment>`
    update segment set name = ${segment.name}, rule = ${JSON.stringify(segment.rule)}::jsonb, updated_at = clock_now()
    where store_id = ${storeId} and id = ${segment.id}
    returning ${segmentColumns}
  `.execute(tx);
  const updated = rows[0];
  if (updated === undefined) throw new Error('A segment vanished while it was locked.');
  return updated;
}

/** @param archivedAt null brings it back. */
export async function setArchivedAt(
  tx: Tx,
  storeId: StoreId,
  id: SegmentId,
  archivedAt: Instant | null,
): Promise<Segment> {
  const { rows } = await sql<Segment>`
    update segment set archived_at = ${archivedAt === null ? null : toIsoString(archivedAt)}::timestamptz, updated_at = clock_now()
    where store_id = ${storeId} and id = ${id}
    returning ${segmentColumns}
  `.execute(tx);
  const changed = rows[0];
  if (changed === undefined) throw new Error('A segment vanished while it was locked.');
  return changed;
}

/** Every key that is taken, by archived segments too. */
export async function listKeys(tx: Tx, storeId: StoreId): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select key from segment where store_id = ${storeId}`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}

export async function removeSegment(tx: Tx, storeId: StoreId, id: SegmentId): Promise<void> {
  await sql`delete from segment where store_id = ${storeId} and id = ${id}`.execute(tx);
}

/** One coming or going. */
export interface Movement {
  readonly customerId: CustomerId;
  readonly segmentId: SegmentId;
  readonly kind: 'segmentEntered' | 'segmentLeft';
  readonly at: Instant;
}

/** Brings one segment's memberships in line with its rule, for all customers, in one statement. */
export async function rebuildMemberships(
  tx: Tx,
  storeId: StoreId,
  { id, rule }: Pick<Segment, 'id' | 'rule'>,
): Promise<readonly Pick<Movement, 'customerId' | 'kind'>[]> {
  const { rows } = await sql<Pick<Movement, 'customerId' | 'kind'>>`
    with matching as (
      select f.customer_id from customer_facts f where f.store_id = ${storeId} and ${compileRule(rule)}
    ), entered as (
      insert into membership (store_id, segment_id, customer_id, since)
      select ${storeId}::uuid, ${id}::uuid, customer_id, clock_now() from matching
      on conflict (store_id, customer_id, segment_id) do nothing
      returning customer_id
    ), gone as (
      delete from membership m
      where m.store_id = ${storeId} and m.segment_id = ${id}
        and not exists (select from matching where matching.customer_id = m.customer_id)
      returning customer_id
    )
    select customer_id as "customerId", 'segmentEntered' as kind from entered
    union all
    select customer_id, 'segmentLeft' from gone
    order by 1
  `.execute(tx);
  return rows;
}

export async function removeMemberships(tx: Tx, storeId: StoreId, id: SegmentId): Promise<readonly CustomerId[]> {
  const { rows } = await sql<{ customerId: CustomerId }>`
    delete from membership where store_id = ${storeId} and segment_id = ${id} returning customer_id as "customerId"
  `.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/** The segments each of these customers is in now; customers in none are not in the answer. */
export async function listMemberships(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<readonly { readonly customerId: CustomerId; readonly segmentId: SegmentId; readonly key: string }[]> {
  const { rows } = await sql<{ customerId: CustomerId; segmentId: SegmentId; key: string }>`
    select m.customer_id as "customerId", m.segment_id as "segmentId", s.key
    from membership m
    join segment s on s.store_id = m.store_id and s.id = m.segment_id
    where m.store_id = ${storeId} and m.customer_id = any(${customerIds}::uuid[])
  `.execute(tx);
  return rows;
}

/** Writes comings and goings, each kind in one statement. */
export async function writeMovements(tx: Tx, storeId: StoreId, movements: readonly Movement[]): Promise<void> {
  const entered = movements.filter(({ kind }) => kind === 'segmentEntered');
  if (entered.length > 0) {
    await sql`
      insert into membership (store_id, segment_id, customer_id, since)
      select ${storeId}::uuid, segment_id, customer_id, clock_now()
      from unnest(${entered.map((movement) => movement.segmentId)}::uuid[], ${entered.map((movement) => movement.customerId)}::uuid[])
        as given (segment_id, customer_id)
      on conflict (store_id, customer_id, segment_id) do nothing
    `.execute(tx);
  }
  const left = movements.filter(({ kind }) => kind === 'segmentLeft');
  if (left.length > 0) {
    await sql`
      delete from membership m
      using unnest(${left.map((movement) => movement.segmentId)}::uuid[], ${left.map((movement) => movement.customerId)}::uuid[])
        as given (segment_id, customer_id)
      where m.store_id = ${storeId} and m.segment_id = given.segment_id and m.customer_id = given.customer_id
    `.execute(tx);
  }
}
