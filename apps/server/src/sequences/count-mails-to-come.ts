import { sql } from 'kysely';
import { findNextMail, type Step } from '@regulars/core/sequences';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** Mails that waiting enrollments will ask for before their store's day is over. */
export interface MailsToCome {
  readonly storeId: StoreId;
  readonly sequenceKey: string;
  /** Null where a branch decides only then. */
  readonly templateKey: string | null;
  readonly count: number;
}

interface WaitingRow {
  readonly storeId: StoreId;
  readonly sequenceKey: string;
  readonly stepId: string;
  readonly steps: readonly Step[];
  readonly count: number;
}

/** Of the stores of this transaction; sequences that rest ask for nothing. */
export async function countMailsToCome(tx: Tx): Promise<readonly MailsToCome[]> {
  const { rows } = await sql<WaitingRow>`
    with waiting as (
      select e.store_id, e.sequence_id, e.version, e.step_id, count(*) as count
      from store s
      join enrollment e on e.store_id = s.id
      where s.id = any (current_stores()) and e.status = 'active'
        and e.due_at < (date_trunc('day', clock_now() at time zone s.time_zone) + interval '1 day') at time zone s.time_zone
      group by e.store_id, e.sequence_id, e.version, e.step_id
    )
    select w.store_id as "storeId", q.key as "sequenceKey", w.step_id as "stepId", v.definition->'steps' as steps, w.count
    from waiting w
    join sequence q on q.store_id = w.store_id and q.id = w.sequence_id and q.state = 'live'
    join sequence_version v on v.store_id = w.store_id and v.sequence_id = w.sequence_id and v.version = w.version
    order by 1, 2, 3`.execute(tx);
  return rows.flatMap(({ storeId, sequenceKey, stepId, steps, count }) => {
    const next = findNextMail(steps, stepId);
    if (next.kind === 'none') return [];
    return [{ storeId, sequenceKey, templateKey: next.kind === 'template' ? next.templateKey : null, count }];
  });
}
