import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

export interface EffectTroubles {
  readonly storeId: StoreId;
  /** Of the last 30 days: nobody can say whether they happened. */
  readonly unknown: number;
  /** Mails of the last seven days that were refused. */
  readonly rejectedMails: number;
}

/** What of each store's effects somebody should know. */
export async function countEffectTroubles(tx: Tx): Promise<readonly EffectTroubles[]> {
  const { rows } = await sql<EffectTroubles>`
    select s.id as "storeId",
      (select count(*) from effect e
       where e.store_id = s.id and e.state in ('unknown', 'unknown_final') and e.created_at > clock_now() - interval '30 days') as unknown,
      (select count(*) from effect e
       where e.store_id = s.id and e.kind = 'mail' and e.state = 'rejected' and e.created_at > clock_now() - interval '7 days') as "rejectedMails"
    from unnest(current_stores()) as s (id)`.execute(tx);
  return rows;
}
