import { sql } from 'kysely';
import type { EnrollmentId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';

/**
 * Takes an enrollment that was set aside up again, from the wait it rested on; one that never began is due at once, and
 * begins when `advanceEnrollments` comes to it.
 *
 * @returns null when there is no such enrollment, false when it was not set aside.
 */
export async function retryEnrollment(
  { database }: { readonly database: Database },
  storeId: StoreId,
  id: EnrollmentId,
): Promise<boolean | null> {
  return database.withStore(storeId, async (tx) => {
    const { rows } = await sql<{ status: string }>`
      select status from enrollment where store_id = ${storeId} and id = ${id} for update
    `.execute(tx);
    const enrollment = rows[0];
    if (enrollment === undefined) return null;
    if (enrollment.status !== 'failed') return false;
    await sql`
      update enrollment
      set status = 'active', reason = null, updated_at = clock_now(),
          due_at = coalesce((state->>'dueAt')::bigint * interval '1 millisecond' + timestamptz 'epoch', clock_now())
      where store_id = ${storeId} and id = ${id}`.execute(tx);
    return true;
  });
}
