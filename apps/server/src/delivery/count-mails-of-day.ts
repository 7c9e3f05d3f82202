import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** How many mails of a store's own day stand how. */
export interface MailsOfDay {
  readonly storeId: StoreId;
  /** Null for a mail no sequence asked for. */
  readonly sequenceKey: string | null;
  readonly templateKey: string;
  /** `open`: planned for today or overdue, or on its way. `unclear`: nobody can say whether it went. */
  readonly fate: 'open' | 'sent' | 'skipped' | 'refused' | 'unclear';
  /** Why it was skipped. */
  readonly reason: string | null;
  readonly count: number;
}

/** Of the stores of this transaction, by their own clocks. */
export async function countMailsOfDay(tx: Tx): Promise<readonly MailsOfDay[]> {
  const { rows } = await sql<MailsOfDay>`
    with day as (
      select id, starts at time zone time_zone as starts, (starts + interval '1 day') at time zone time_zone as ends
      from (select id, time_zone, date_trunc('day', clock_now() at time zone time_zone) as starts
            from store where id = any (current_stores())) s
    ), mail as (
      -- Store by store, so that each takes its day from the index: "offset 0" keeps the planner from joining with all mails.
      select e.* from day cross join lateral (
        select store_id, state, reason, payload from effect
        where store_id = day.id and kind = 'mail' and settled_at is null and due_at < day.ends offset 0) e
      union all
      select e.* from day cross join lateral (
        select store_id, state, reason, payload from effect
        where store_id = day.id and kind = 'mail' and settled_at >= day.starts and settled_at < day.ends offset 0) e
    )
    select store_id as "storeId", payload->'enrollment'->>'sequenceKey' as "sequenceKey", coalesce(payload->>'templateKey', '') as "templateKey",
      case state when 'accepted' then 'sent' when 'rejected' then 'refused' when 'skipped' then 'skipped' when 'cancelled' then 'skipped'
        when 'unknown' then 'unclear' when 'unknown_final' then 'unclear' else 'open' end as fate,
      case when state in ('skipped', 'cancelled') then reason end as reason, count(*) as count
    from mail
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}
