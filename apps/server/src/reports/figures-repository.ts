import { sql } from 'kysely';
import type { Instant, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { figuresShape, type SalesFigures } from './figures.ts';

/** Figures, and when they were added up. */
export interface KeptFigures extends SalesFigures {
  readonly computedAt: Instant;
}

export async function keepFigures(tx: Tx, storeId: StoreId, figures: SalesFigures, tookMs: number): Promise<void> {
  await sql`
    insert into store_figures (store_id, shape, computed_at, took_ms, figures)
    values (${storeId}, ${figuresShape}, clock_now(), ${Math.round(tookMs)}, ${JSON.stringify(figures)}::jsonb)
    on conflict (store_id) do update
    set shape = excluded.shape, computed_at = excluded.computed_at, took_ms = excluded.took_ms, figures = excluded.figures
  `.execute(tx);
}

/** Of the stores of this transaction; one whose figures were never added up is left out. */
export async function readFigures(tx: Tx): Promise<ReadonlyMap<StoreId, KeptFigures>> {
  const { rows } = await sql<{ storeId: StoreId; computedAt: Instant; figures: SalesFigures }>`
    select store_id as "storeId", computed_at as "computedAt", figures from store_figures
    where store_id = any (current_stores()) and shape = ${figuresShape}`.execute(tx);
  return new Map(rows.map(({ storeId, computedAt, figures }) => [storeId, { ...figures, computedAt }]));
}

/**
 * Stores whose figures want adding up: never done; something came in since; or a quarter of an hour has passed, in which
 * a month may have ended. Adding up takes a twentieth of the time at most, however large the store.
 */
export async function listStoresToAddUp(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select s.id from unnest(current_stores()) as s (id)
    left join store_figures f on f.store_id = s.id and f.shape = ${figuresShape}
    where f.store_id is null
      or f.computed_at not between clock_now() - interval '15 minutes' and clock_now()
      or (f.computed_at < clock_now() - greatest(interval '2 seconds', 20 * f.took_ms * interval '1 millisecond')
        and f.computed_at < greatest(
          (select max(d.received_at) from delivery d where d.store_id = s.id),
          (select max(p.last_page_at) from pull p where p.store_id = s.id and p.events_done > 0),
          (select max(c.created_at) from customer c where c.store_id = s.id)) + interval '1 minute')
  `.execute(tx);
  return rows.map(({ id }) => id);
}
