import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** What all of a store's buyers are expected to do within the horizon of `forecastTerms`. */
export interface StoreOutlook {
  readonly customers: number;
  /** How many of them are expected still to buy here. */
  readonly alive: number;
  readonly purchases: number;
  readonly valueMinor: number;
  /** Where the true value lies with a probability of 80 percent. */
  readonly value: { readonly low: number; readonly high: number };
}

export interface KeptOutlook extends StoreOutlook {
  readonly computedAt: Instant;
}

export async function findOutlook(tx: Tx, storeId: StoreId): Promise<KeptOutlook | null> {
  const { rows } = await sql<{ computedAt: Instant; outlook: StoreOutlook }>`
    select computed_at as "computedAt", outlook from store_outlook where store_id = ${storeId}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...row.outlook, computedAt: row.computedAt };
}

export async function keepOutlook(tx: Tx, storeId: StoreId, passNumber: number, outlook: StoreOutlook): Promise<void> {
  await sql`
    insert into store_outlook (store_id, pass_number, outlook)
    values (${storeId}, ${passNumber}, ${JSON.stringify(outlook)}::jsonb)
    on conflict (store_id) do update
    set pass_number = excluded.pass_number, outlook = excluded.outlook, computed_at = clock_now()`.execute(tx);
}

/** Stores whose buyers were all scored by the model of now since they were last added up. */
export async function listStoresToAddUp(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select p.store_id as id from forecast_pass p
    join value_model m on m.store_id = p.store_id and m.generation = p.generation
    left join store_outlook o on o.store_id = p.store_id
    where p.store_id = any (current_stores()) and p.number > coalesce(o.pass_number, 0)`.execute(tx);
  return rows.map(({ id }) => id);
}
