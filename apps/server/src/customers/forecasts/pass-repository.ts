import { sql } from 'kysely';
import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';

/** A pass over all of a store's buyers that is under way. */
export interface RunningPass {
  readonly generation: number;
  readonly day: number;
  /** The customer it has come to; null at its beginning. */
  readonly after: CustomerId | null;
}

/**
 * Takes up the pass that is under way, or begins one under this model and for this day.
 *
 * @returns null when everybody is scored already, or another worker has it.
 */
export async function takePass(tx: Tx, storeId: StoreId, generation: number, day: number): Promise<RunningPass | null> {
  await sql`insert into forecast_pass (store_id) values (${storeId}) on conflict (store_id) do nothing`.execute(tx);
  const { rows } = await sql<{ isDone: boolean; isRunning: boolean; after: CustomerId | null }>`
    select (generation, day) is not distinct from (${generation}::integer, ${day}::integer) as "isDone",
           -- What was scored by the model or for the day before is of no use any more.
           (running_generation, running_day) is not distinct from (${generation}::integer, ${day}::integer) as "isRunning",
           running_after as after
    from forecast_pass where store_id = ${storeId} for update skip locked`.execute(tx);
  const [row] = rows;
  if (row === undefined || row.isDone) return null;
  return { generation, day, after: row.isRunning ? row.after : null };
}

export async function notePassPlace(tx: Tx, storeId: StoreId, { generation, day, after }: RunningPass): Promise<void> {
  await sql`
    update forecast_pass set running_generation = ${generation}, running_day = ${day}, running_after = ${after}
    where store_id = ${storeId}`.execute(tx);
}

/** Everybody is scored. A pass under another model than the last one's is told as such, also when a day has passed as well. */
export async function completePass(tx: Tx, storeId: StoreId, { generation, day }: RunningPass): Promise<void> {
  await sql`
    update forecast_pass set number = number + 1, generation = ${generation}, day = ${day}, completed_at = clock_now(),
      cause = case when generation is distinct from ${generation} then 'modelChanged' else 'timePassed' end,
      running_generation = null, running_day = null, running_after = null
    where store_id = ${storeId}`.execute(tx);
}

/** The last pass that was completed; null before the first. */
export async function findCompletedPass(
  tx: Tx,
  storeId: StoreId,
): Promise<{ readonly number: number; readonly generation: number } | null> {
  const { rows } = await sql<{ number: number; generation: number }>`
    select number, generation from forecast_pass where store_id = ${storeId} and number > 0`.execute(tx);
  return rows[0] ?? null;
}

/** Stores not all of whose buyers are scored by the model and for the day of now. */
export async function listStoresToScore(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from store s
    left join value_model m on m.store_id = s.id
    left join forecast_pass p on p.store_id = s.id
    where s.id = any (current_stores())
      and (p.generation, p.day) is distinct from (m.generation, day_number(clock_now(), s.time_zone))
      and (m.store_id is not null or exists (
        -- Customers of before there were forecasts.
        select from customer_value v where v.store_id = s.id and v.currency = s.currency and v.order_count > 0))`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}
