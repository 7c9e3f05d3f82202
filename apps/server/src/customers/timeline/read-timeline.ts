import { sql } from 'kysely';
import { toInstant, toIsoString, type CustomerId, type Instant, type StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** Something that happened with a customer, or is still to be done for them. */
export interface TimelineRow {
  /** `event:` and its number, or `effect:` and its id. */
  readonly id: string;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly kind: string;
  /** Of an effect; null for an event. */
  readonly state: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface TimelineQuery {
  /** Of events and effects; null for all. */
  readonly kinds: readonly string[] | null;
  readonly after: readonly [at: number, id: string] | null;
  readonly limit: number;
}

/**
 * A customer's events and open effects, newest first. Effects whose outcome stands among the events are left out: a mail
 * that was sent, refused or held back has its event. So are forecasts: what follows from one, as a segment that was
 * entered, is told.
 */
export async function readTimeline(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
  { kinds, after, limit }: TimelineQuery,
): Promise<readonly TimelineRow[]> {
  const [at, id] = after ?? [null, null];
  const { rows } = await sql<TimelineRow>`
    with timeline as (
      select 'event:' || lpad(e.seq::text, 10, '0') as id, e.at, e.recorded_at, e.kind, null as state, e.data ->> 'reason' as reason, e.data
      from event e where e.store_id = ${storeId} and e.customer_id = ${customerId} and e.kind <> 'forecastChanged'
      union all
      select 'effect:' || f.id, f.due_at, f.created_at, f.kind, f.state, f.reason, f.payload
      from effect f
      where f.store_id = ${storeId} and f.customer_id = ${customerId}
        and (f.state in ('planned', 'claimed', 'sending', 'cancelled')
          or (f.kind <> 'mail' and f.state in ('rejected', 'skipped', 'unknown', 'unknown_final')))
    )
    select id, at, recorded_at as "recordedAt", kind, state, reason, data from timeline
    where (${kinds}::text[] is null or kind = any (${kinds}::text[]))
      and (${id}::text is null or (at, id) < (${at === null ? null : toIsoString(toInstant(at))}::timestamptz, ${id}::text))
    order by at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
