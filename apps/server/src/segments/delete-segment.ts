import type { SegmentId, StoreId } from '@regulars/core/shared';
import type { Database } from '../foundation/database/database.ts';
import { recordRuleChange } from './record-movements.ts';
import { lockSegment, removeMemberships, removeSegment } from './repository.ts';
import { replaceRules } from './rule-lock.ts';

/**
 * Takes a segment away; whoever was in it leaves it. A sequence that branches on it takes the other way from then on.
 *
 * @returns false when there is no such segment.
 */
export async function deleteSegment(
  { database }: { readonly database: Database },
  storeId: StoreId,
  id: SegmentId,
): Promise<boolean> {
  return database.withStore(storeId, async (tx, now) => {
    await replaceRules(tx, storeId);
    const segment = await lockSegment(tx, storeId, id);
    if (segment === null) return false;
    const members = (await removeMemberships(tx, storeId, id)).toSorted();
    await recordRuleChange(
      tx,
      storeId,
      segment,
      members.map((customerId) => ({ customerId, kind: 'segmentLeft' })),
      now,
      () => undefined,
    );
    await removeSegment(tx, storeId, id);
    return true;
  });
}
