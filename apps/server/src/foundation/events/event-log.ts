import { sql } from 'kysely';
import { toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';
import { consumers } from './consumers.ts';

/** Something that happened with a customer; `at` is when it happened, not when it was told. */
export interface NewEvent {
  readonly customerId: CustomerId;
  readonly kind: string;
  readonly at: Instant;
  readonly data: object;
}

/**
 * Writes what happened, in the transaction that decided it: each customer's events get the next numbers, without gaps,
 * and every room that listens to one of these kinds falls behind on that customer, which is its work.
 * Events of one customer keep the order given.
 */
export async function appendEvents(tx: Tx, storeId: StoreId, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return;
  // One order of customers everywhere, so that two batches never wait for each other crosswise.
  const ordered = events
    .map((event, index) => ({ event, index }))
    .sort((a, b) =>
      a.event.customerId < b.event.customerId ? -1 : a.event.customerId > b.event.customerId ? 1 : a.index - b.index,
    )
    .map(({ event }) => event);
  // As one text: of an array each element would be escaped by itself.
  const rows = ordered.map(({ customerId, kind, at, data }) => ({
    customer_id: customerId,
    kind,
    at: toIsoString(at),
    data,
  }));
  const listening = consumers.flatMap(({ name, kinds }) => kinds.map((kind) => ({ name, kind })));

  await sql`
    with incoming as (
      select customer_id, kind, at, data, ord, row_number() over (partition by customer_id order by ord) as nth
      from rows from (json_to_recordset(${JSON.stringify(rows)}::json) as (customer_id uuid, kind text, at timestamptz, data jsonb))
        with ordinality as given (customer_id, kind, at, data, ord)
    ), stream as (
      insert into event_stream (store_id, customer_id, head)
      select ${storeId}::uuid, customer_id, count(*)::int from incoming group by customer_id order by customer_id
      on conflict (store_id, customer_id) do update set head = event_stream.head + excluded.head
      returning customer_id, head
    ), numbered as (
      select i.customer_id, i.kind, i.at, i.data,
             (s.head - count(*) over (partition by i.customer_id) + i.nth)::int as seq
      from incoming i join stream s using (customer_id)
    ), written as (
      insert into event (store_id, customer_id, seq, kind, at, data)
      select ${storeId}::uuid, customer_id, seq, kind, at, data from numbered
    )
    insert into event_cursor (store_id, consumer, customer_id, head)
    select ${storeId}::uuid, l.consumer, n.customer_id, max(n.seq)
    from numbered n
    join unnest(${listening.map((l) => l.name)}::text[], ${listening.map((l) => l.kind)}::text[]) as l (consumer, kind) using (kind)
    group by l.consumer, n.customer_id
    order by l.consumer, n.customer_id
    on conflict (store_id, consumer, customer_id) do update
      set head = excluded.head,
          behind_since = case when event_cursor.position < event_cursor.head then event_cursor.behind_since else clock_now() end
  `.execute(tx);
}
