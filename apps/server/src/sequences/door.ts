import { sql } from 'kysely';
import type { EnrollmentId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

export { countSwitchedSequences, type SwitchedSequences } from './count-switched.ts';
export { countMailsToCome, type MailsToCome } from './count-mails-to-come.ts';
export { exportEnrollments } from './export-enrollments.ts';
export { explainSequences, type SequenceVerdict } from './explain-sequences.ts';
export { findSegmentUses } from './find-segment-uses.ts';
export { installPlaybook } from './install-playbook.ts';
export { isPlannedForEnrolledSince } from './is-planned-for-enrolled-since.ts';

/** Whether what an enrollment has planned may still be done. */
export type EnrollmentStanding = 'running' | 'paused' | 'ended';

/**
 * How these enrollments stand at this moment. One that has completed still runs for this purpose: its last mail was
 * meant to go. One that was left, set aside or forgotten is `ended`.
 */
export async function readEnrollmentStandings(
  tx: Tx,
  storeId: StoreId,
  enrollmentIds: readonly EnrollmentId[],
): Promise<ReadonlyMap<EnrollmentId, EnrollmentStanding>> {
  const standings = new Map<EnrollmentId, EnrollmentStanding>(enrollmentIds.map((id) => [id, 'ended']));
  const { rows } = await sql<{ id: EnrollmentId; standing: EnrollmentStanding }>`
    select e.id, case when e.status not in ('active', 'completed') then 'ended' when q.state = 'paused' then 'paused' else 'running' end as standing
    from enrollment e
    join sequence q on q.store_id = e.store_id and q.id = e.sequence_id
    where e.store_id = ${storeId} and e.id = any(${enrollmentIds}::uuid[])
  `.execute(tx);
  for (const { id, standing } of rows) standings.set(id, standing);
  return standings;
}
