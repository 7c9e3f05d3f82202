import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../database/database.ts';

export interface EffectTroubles {
  readonly storeId: StoreId;
  /** Nobody can say whether they happened: those still looked up, and those given up in the last 30 days. */
  readonly unknown: number;
  /** Mails of the last seven days that were refused. */
  readonly rejectedMails: number;
}

/** What of each store's effects somebody should know. */
export async function countEffectTroubles(tx: Tx): Promise<readonly EffectTroubles[]> {
  const { rows } = await sql<EffectTroubles>`
    select s.id as "storeId",
      (select count(*) from effect e
       where e.store_id = s.id and e.kind in ('mail', 'coupon') and e.settled_at is null and e.state = 'unknown')
      + (select count(*) from effect e
         where e.store_id = s.id and e.trouble_at > clock_now() - interval '30 days' and e.state = 'unknown_final') as unknown,
      (select count(*) from effect e
       where e.store_id = s.id and e.trouble_at > clock_now() - interval '7 days' and e.kind = 'mail' and e.state = 'rejected') as "rejectedMails"
    from unnest(current_stores()) as s (id)`.execute(tx);
  return rows;
}
