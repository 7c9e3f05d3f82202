import { sql } from 'kysely';
import { fail, ok, type Result, type StoreId } from '@regulars/core/shared';
import type { Database, Work } from '../foundation/database/database.ts';

/** Postgres' code for a statement that was ended, here by its time limit. */
const queryCancelled = '57014';

/** Reads of a store, each statement of which is ended when it takes too long. */
export async function withinTimeLimit<Value>(
  database: Database,
  storeId: StoreId,
  limitMs: number,
  work: Work<Value>,
): Promise<Result<Value, 'tooSlow'>> {
  try {
    return ok(
      await database.withStore(storeId, async (tx, now) => {
        await sql`select set_config('statement_timeout', ${`${limitMs}ms`}, true)`.execute(tx);
        return work(tx, now);
      }),
    );
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === queryCancelled) return fail('tooSlow');
    throw error;
  }
}
