import { sql } from 'kysely';
import type { EnrollmentId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';

/**
 * Takes an enrollment that was set aside up again, from the wait it rested on; one that never began is forgotten, so
 * that it can begin.
 *
 * @returns null when there is no such enrollment, false when it was not set aside.
 */
export async function retryEnrollment(
  { database }: { readonly database: Database },
  storeId: StoreId,
  id: EnrollmentId,
): Promise<boolean | null> {
  return database.withStore(storeId, async (tx) => {
    const { rows } = await sql<{ status: string; stepId: string | null }>`
      select status, step_id as "stepId" from enrollment where store_id = ${storeId} and id = ${id} for update
    `.execute(tx);
    const enrollment = rows[0];
    if (enrollment === undefined) return null;
    if (enrollment.status !== 'failed') return false;
    await (
      enrollment.stepId === null
        ? sql`delete from enrollment where store_id = ${storeId} and id = ${id}`
        : sql`
          update enrollment set status = 'active', reason = null, due_at = (state->>'dueAt')::bigint * interval '1 millisecond' + timestamptz 'epoch',
                                updated_at = clock_now()
          where store_id = ${storeId} and id = ${id}`
    ).execute(tx);
    return true;
  });
}
