import {
  fail,
  ok,
  type Instant,
  type Rejection,
  type Result,
  type SegmentId,
  type StoreId,
} from '@regulars/core/shared';
import type { Database, Tx } from '../foundation/database/database.ts';
import { recordMovements } from './record-movements.ts';
import { lockSegment, removeMemberships, removeSegment, setArchivedAt } from './repository.ts';
import { replaceRules } from './rule-lock.ts';
import type { FindSegmentUses } from './segment-use.ts';
import type { Segment } from './segment.ts';

export interface RetireSegmentDeps {
  readonly database: Database;
  readonly findUses: FindSegmentUses;
}

type Retired = Result<Segment, readonly Rejection[]>;

/**
 * Sets a segment aside; whoever was in it leaves it, and it can be brought back. Refused while a sequence that is on
 * uses it: what that sequence does would change without anybody having decided so.
 */
export async function archiveSegment(deps: RetireSegmentDeps, storeId: StoreId, id: SegmentId): Promise<Retired> {
  return retire(deps, storeId, id, (tx, now) => setArchivedAt(tx, storeId, id, now));
}

/** Takes a segment away for good; refused as archiving is. */
export async function deleteSegment(deps: RetireSegmentDeps, storeId: StoreId, id: SegmentId): Promise<Retired> {
  return retire(deps, storeId, id, async (tx) => {
    await removeSegment(tx, storeId, id);
    return null;
  });
}

async function retire(
  { database, findUses }: RetireSegmentDeps,
  storeId: StoreId,
  id: SegmentId,
  end: (tx: Tx, now: Instant) => Promise<Segment | null>,
): Promise<Retired> {
  return database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const segment = await lockSegment(tx, storeId, id);
    if (segment === null)
      return fail([{ code: 'segment.not_found', path: '', message: 'The store has no such segment.' }]);
    const inUse = (await findUses(tx, storeId)).filter(
      ({ segmentKey, status }) => segmentKey === segment.key && status === 'live',
    );
    if (inUse.length > 0) {
      const names = inUse.map(({ name }) => `“${name}”`).join(', ');
      return fail([
        { code: 'segment.in_use', path: '', message: `Used by ${names}. Switch it off or let it ask for another one.` },
      ]);
    }
    const members = (await removeMemberships(tx, storeId, id)).toSorted();
    const movements = members.map((customerId) => ({ customerId, kind: 'segmentLeft' as const }));
    await recordMovements(tx, storeId, segment, movements, { cause: 'ruleChanged', now, onProgress: () => undefined });
    return ok((await end(tx, now)) ?? segment);
  });
}
