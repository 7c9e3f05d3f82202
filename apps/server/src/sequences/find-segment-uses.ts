import { sql } from 'kysely';
import type { SequenceId, StoreId } from '@regulars/core/shared';
import type { SequenceDefinition } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import type { SegmentUse } from '../segments/door.ts';

interface Row {
  readonly sequenceId: SequenceId;
  readonly name: string;
  readonly status: SegmentUse['status'];
  readonly definition: SequenceDefinition;
}

/** Which segments the store's sequences name: in the version that begins enrollments, and in those somebody is under way in. */
export async function findSegmentUses(tx: Tx, storeId: StoreId): Promise<readonly SegmentUse[]> {
  const { rows } = await sql<Row>`
    select q.id as "sequenceId", q.name, q.state as status, v.definition
    from sequence q join sequence_version v on v.store_id = q.store_id and v.sequence_id = q.id
    where q.store_id = ${storeId} and (
      v.version = coalesce(q.live_version, (
        select max(l.version) from sequence_version l where l.store_id = q.store_id and l.sequence_id = q.id))
      or exists (
        select from enrollment e
        where e.store_id = v.store_id and e.sequence_id = v.sequence_id and e.version = v.version and e.status = 'active'))
    order by q.name, q.id
  `.execute(tx);
  const uses = rows.flatMap(({ definition, ...sequence }) =>
    listSegmentKeys(definition).map((segmentKey): SegmentUse => ({ ...sequence, segmentKey })),
  );
  return [...new Map(uses.map((use) => [`${use.sequenceId}|${use.segmentKey}`, use])).values()];
}

function listSegmentKeys({ trigger, steps }: SequenceDefinition): readonly string[] {
  const asked = trigger.when?.segmentKey;
  const branched = steps.flatMap((step) => (step.kind === 'branch' ? [step.segmentKey] : []));
  return [...(asked === undefined ? [] : [asked]), ...branched];
}
