import { sql } from 'kysely';
import type { LifetimeModel } from '@regulars/core/clv';
import type { TaughtModel } from '@regulars/core/clv/priors';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../../foundation/database/database.ts';
import type { ModelEvidence } from './model-evidence.ts';

/** A store's model with what it was fitted to, and how right it would have been. */
export interface ValueModel {
  /** Counts the store's fits, from 1. */
  readonly generation: number;
  readonly model: LifetimeModel;
  readonly evidence: ModelEvidence | null;
  /** How many customers and purchases it was fitted to. */
  readonly customers: number;
  readonly purchases: number;
  /** Purchases that came since. */
  readonly newPurchases: number;
  readonly fittedAt: Instant;
  /** When it was last chosen among all models and put to the test. */
  readonly chosenAt: Instant;
  readonly tookMs: number;
}

const columns = sql`
  generation, model, evidence, customers, purchases, new_purchases as "newPurchases", fitted_at as "fittedAt", chosen_at as "chosenAt", took_ms as "tookMs"`;

export async function findModel(tx: Tx, storeId: StoreId): Promise<ValueModel | null> {
  const { rows } = await sql<ValueModel>`select ${columns} from value_model where store_id = ${storeId}`.execute(tx);
  return rows[0] ?? null;
}

export async function findGeneration(tx: Tx, storeId: StoreId): Promise<number | null> {
  const { rows } = await sql<{ generation: number }>`
    select generation from value_model where store_id = ${storeId}`.execute(tx);
  return rows[0]?.generation ?? null;
}

export interface NewModel extends Omit<ValueModel, 'generation' | 'newPurchases' | 'fittedAt' | 'chosenAt'> {
  /** Otherwise the evidence of when it was chosen stands. */
  readonly isChosenAnew: boolean;
}

/**
 * Puts a model in the place of the store's last one.
 *
 * @param countedPurchases how many of the new purchases it knows: those that were counted when it began.
 */
export async function replaceModel(
  tx: Tx,
  storeId: StoreId,
  fitted: NewModel,
  countedPurchases: number,
): Promise<void> {
  await sql`
    insert into value_model as m (store_id, generation, model, evidence, customers, purchases, took_ms)
    values (${storeId}, 1, ${JSON.stringify(fitted.model)}::jsonb, ${fitted.evidence === null ? null : JSON.stringify(fitted.evidence)}::jsonb,
            ${fitted.customers}, ${fitted.purchases}, ${Math.round(fitted.tookMs)})
    on conflict (store_id) do update set
      generation = m.generation + 1, model = excluded.model, customers = excluded.customers,
      purchases = excluded.purchases, new_purchases = greatest(m.new_purchases - ${countedPurchases}, 0), took_ms = excluded.took_ms, fitted_at = clock_now(),
      evidence = case when ${fitted.isChosenAnew} then excluded.evidence else m.evidence end,
      chosen_at = case when ${fitted.isChosenAnew} then clock_now() else m.chosen_at end`.execute(tx);
}

/** Gives a store that has none its first model; another worker's stays. */
export async function insertFirstModel(tx: Tx, storeId: StoreId, model: LifetimeModel): Promise<void> {
  await sql`
    insert into value_model (store_id, generation, model, customers, purchases, took_ms)
    values (${storeId}, 1, ${JSON.stringify(model)}::jsonb, 0, 0, 0)
    on conflict (store_id) do nothing`.execute(tx);
}

/** Of the models of this transaction's stores, what another store may be taught by: nothing of any customer. */
export async function listTaughtModels(tx: Tx): Promise<readonly TaughtModel[]> {
  const { rows } = await sql<TaughtModel>`
    select model -> 'timeUnit' as "timeUnit", model -> 'repeatCount' as "repeatCount", model -> 'selection' as selection
    from value_model where store_id = any (current_stores()) order by store_id`.execute(tx);
  return rows;
}

/** Notes that so many purchases are not in the store's model yet. The last statement of its transaction: other batches wait for this row. */
export async function countNewPurchases(tx: Tx, storeId: StoreId, count: number): Promise<void> {
  if (count === 0) return;
  await sql`update value_model set new_purchases = new_purchases + ${count} where store_id = ${storeId}`.execute(tx);
}

/**
 * Stores whose model wants fitting: what was bought grew by a tenth, a day passed in which something was bought, or a week.
 * Not before everybody is scored as of today, so that whom time moved can be told from whom the new model moved; and no
 * store is fitted for more than a twentieth of the time.
 */
export async function listStoresToFit(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select m.store_id as id from value_model m
    join forecast_pass p on p.store_id = m.store_id and p.generation = m.generation and p.running_day is null
    join store s on s.id = m.store_id
    where m.store_id = any (current_stores()) and p.day = day_number(clock_now(), s.time_zone)
      and (m.purchases = 0
        or (p.completed_at < clock_now() - interval '1 minute'
          and m.fitted_at < clock_now() - greatest(interval '1 minute', 20 * m.took_ms * interval '1 millisecond')
          and (m.new_purchases >= 0.1 * m.purchases or m.fitted_at < clock_now() - interval '7 days'
            or (m.new_purchases > 0 and m.fitted_at < clock_now() - interval '1 day'))))`.execute(tx);
  return rows.map(({ id }) => id);
}
