import { sql } from 'kysely';
import type { StoreId } from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { asksForOutlook, changesWithTime } from './load-facts.ts';
import { recordMovements } from './record-movements.ts';
import { listAllSegments, rebuildMemberships } from './repository.ts';
import { replaceRules } from './rule-lock.ts';

/**
 * Moves the customers of segments that time alone changes, after all of a store's customers were scored anew, which is
 * once a day: P(alive) falls, days come nearer and pass, and no event of a customer's tells of it. Whom only a new model
 * moved, nothing happened to: no sequence begins for them.
 */
export async function followOutlook({ database }: { readonly database: Database }, storeId: StoreId): Promise<void> {
  await database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const pass = await findPass(tx, storeId);
    if (pass === null) return;
    for (const segment of await listAllSegments(tx, storeId)) {
      if (!changesWithTime(segment.rule)) continue;
      const movements = await rebuildMemberships(tx, storeId, segment);
      await recordMovements(tx, storeId, segment, movements, {
        cause: asksForOutlook(segment.rule) ? pass.cause : 'timePassed',
        now,
        onProgress: () => undefined,
      });
    }
    await sql`
      insert into outlook_sweep (store_id, pass_number) values (${storeId}, ${pass.number})
      on conflict (store_id) do update set pass_number = excluded.pass_number`.execute(tx);
  });
}

async function findPass(
  tx: Tx,
  storeId: StoreId,
): Promise<{ readonly number: number; readonly cause: 'timePassed' | 'modelChanged' } | null> {
  const { rows } = await sql<{ number: number; cause: 'timePassed' | 'modelChanged' }>`
    select number, cause from forecast_pass where store_id = ${storeId} and number > 0`.execute(tx);
  return rows[0] ?? null;
}

/** Stores whose customers were all scored since memberships last followed. */
export async function listStoresToFollow(tx: Tx): Promise<readonly StoreId[]> {
  const { rows } = await sql<{ id: StoreId }>`
    select p.store_id as id from forecast_pass p left join outlook_sweep o on o.store_id = p.store_id
    where p.store_id = any (current_stores()) and p.number > coalesce(o.pass_number, 0)`.execute(tx);
  return rows.map(({ id }) => id);
}
