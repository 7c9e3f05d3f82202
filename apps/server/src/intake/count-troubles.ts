import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export interface DeliveryTroubles {
  readonly storeId: StoreId;
  /** Could not be used, and wait for a person: nobody has put them aside. */
  readonly poison: number;
  /** Due for more than a minute. */
  readonly waiting: number;
}

/** What of each store's deliveries needs somebody. */
export async function countDeliveryTroubles(tx: Tx): Promise<readonly DeliveryTroubles[]> {
  const { rows } = await sql<DeliveryTroubles>`
    select s.id as "storeId",
      (select count(*) from delivery d where d.store_id = s.id and d.state = 'poison' and d.put_aside_at is null) as poison,
      (select count(*) from delivery d
       where d.store_id = s.id and d.state in ('received', 'waiting') and d.due_at < clock_now() - interval '1 minute') as waiting
    from unnest(current_stores()) as s (id)`.execute(tx);
  return rows;
}
