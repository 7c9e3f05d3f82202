import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** How many are put aside at once: few enough to be named in an answer, and to be brought back by those names. */
export const maxPutAside = 1000;

/** Some deliveries, or those of one reason. */
export type PoisonChoice = { readonly deliveryIds: readonly string[] } | { readonly reason: string };

/**
 * Takes poison off the list of what needs somebody, at most `maxPutAside` and the newest first. Nothing is lost: until it is
 * purged it can be shown, replayed and brought back. Answers the ids of those it has put aside.
 */
export async function putAside(tx: Tx, storeId: StoreId, choice: PoisonChoice): Promise<readonly string[]> {
  const chosen = 'reason' in choice ? sql`reason = ${choice.reason}` : sql`id = any(${choice.deliveryIds}::uuid[])`;
  const { rows } = await sql<{ id: string }>`
    update delivery set put_aside_at = clock_now()
    where store_id = ${storeId} and state = 'poison' and put_aside_at is null and id in (
      select id from delivery
      where store_id = ${storeId} and state = 'poison' and put_aside_at is null and ${chosen}
      order by received_at desc limit ${maxPutAside})
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Takes putting aside back; answers the ids of those that need somebody again. */
export async function bringBack(tx: Tx, storeId: StoreId, deliveryIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update delivery set put_aside_at = null
    where store_id = ${storeId} and id = any(${deliveryIds}::uuid[]) and put_aside_at is not null
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** How many deliveries could not be used for one reason. */
export interface ReasonCount {
  readonly reason: string | null;
  /** Need somebody. */
  readonly poison: number;
  readonly putAside: number;
}

/** Why deliveries could not be used, and how many for each reason, the most frequent first. */
export async function countReasons(tx: Tx, storeId: StoreId): Promise<readonly ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select reason, count(*) filter (where put_aside_at is null) as poison, count(put_aside_at) as "putAside"
    from delivery where store_id = ${storeId} and state = 'poison'
    group by reason order by count(*) desc, reason limit 100`.execute(tx);
  return rows;
}
