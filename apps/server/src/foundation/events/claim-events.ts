import { sql } from 'kysely';
import type { CustomerId, Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';
import { consumers, type ConsumerName } from './consumers.ts';

export interface StoredEvent {
  readonly seq: number;
  readonly kind: string;
  readonly at: Instant;
  readonly data: unknown;
  readonly recordedAt: Instant;
}

export interface CustomerEvents {
  readonly customerId: CustomerId;
  readonly events: readonly StoredEvent[];
}

/**
 * Takes up to `limit` customers with events this room has not seen, locks their cursors and moves them on.
 * All in the caller's transaction: when it fails, nothing was consumed. Another worker passes over what is locked,
 * so a customer's events are handled in order and by one worker at a time.
 */
export async function claimEvents(
  tx: Tx,
  storeId: StoreId,
  consumer: ConsumerName,
  limit: number,
): Promise<readonly CustomerEvents[]> {
  const kinds = consumers.find(({ name }) => name === consumer)?.kinds ?? [];
  const moved = await sql<{ customerId: CustomerId; position: number; head: number }>`
    with behind as (
      select c.customer_id, c.position, c.head
      from event_cursor c
      join event_stream s on s.store_id = c.store_id and s.customer_id = c.customer_id
      where c.store_id = ${storeId} and c.consumer = ${consumer} and c.position < c.head
      order by c.behind_since
      limit ${limit}
      -- The stream too: appendEvents takes it before the cursors, and would wait crosswise with a room that appends next.
      for update of c, s skip locked
    ), moved as (
      -- Looked up by key, not joined: without fresh statistics a join here reads every cursor of the store per customer.
      update event_cursor c set position = c.head
      where c.store_id = ${storeId} and c.consumer = ${consumer} and c.customer_id = any(array(select customer_id from behind))
    )
    select customer_id as "customerId", position, head from behind
  `.execute(tx);
  if (moved.rows.length === 0) return [];

  // A statement of its own, to see what was committed while the first one waited its turn: the lock tells the newest
  // head, but the first statement's snapshot may not hold the newest event yet.
  const { rows } = await sql<StoredEvent & { customerId: CustomerId }>`
    select b.customer_id as "customerId", e.*
    from unnest(
      ${moved.rows.map(({ customerId }) => customerId)}::uuid[],
      ${moved.rows.map(({ position }) => position)}::integer[],
      ${moved.rows.map(({ head }) => head)}::integer[]
    ) as b (customer_id, position, head)
    -- The offset keeps this a look-up by key for each customer: a join would read all events of the store.
    cross join lateral (
      select seq, kind, at, data, recorded_at as "recordedAt" from event
      where store_id = ${storeId} and customer_id = b.customer_id and seq > b.position and seq <= b.head
        and kind = any(${kinds}::text[])
      offset 0
    ) as e
    order by b.customer_id, e.seq
  `.execute(tx);

  const byCustomer = new Map<CustomerId, StoredEvent[]>();
  for (const { customerId, ...event } of rows) {
    const events = byCustomer.get(customerId);
    if (events === undefined) byCustomer.set(customerId, [event]);
    else events.push(event);
  }
  return [...byCustomer].map(([customerId, events]) => ({ customerId, events }));
}

/** Stores in which this room has customers to catch up with, the longest waiting first. */
export async function listStoresBehind(tx: Tx, consumer: ConsumerName): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    cross join lateral (
      select behind_since from event_cursor
      where consumer = ${consumer} and store_id = s.id and position < head
      order by behind_since limit 1
    ) oldest
    order by oldest.behind_since
  `.execute(tx);
  return rows.map(({ id }) => id);
}
