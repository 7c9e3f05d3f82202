import type { CustomerId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';
import { listAllSegments, listMemberships } from './repository.ts';
import type { Segment } from './segment.ts';

export { exportMemberships } from './export-memberships.ts';
export { explainSegments, type SegmentVerdict } from './explain-segments.ts';
export { listRecentMembers } from './find-member-ids.ts';
export { installSegmentPresets } from './install-segment-presets.ts';
export type { FindSegmentUses, SegmentUse } from './segment-use.ts';
export type { Segment } from './segment.ts';

/** The keys of the segments each of these customers is in now; nobody is left out, who is in none has an empty set. */
export async function loadMemberships(
  tx: Tx,
  storeId: StoreId,
  customerIds: readonly CustomerId[],
): Promise<ReadonlyMap<CustomerId, ReadonlySet<string>>> {
  const memberships = new Map<CustomerId, Set<string>>(customerIds.map((customerId) => [customerId, new Set()]));
  for (const { customerId, key } of await listMemberships(tx, storeId, customerIds))
    memberships.get(customerId)?.add(key);
  return memberships;
}

/** All segments of the store that are in use, by key. */
export async function listSegments(tx: Tx, storeId: StoreId): Promise<readonly Segment[]> {
  return listAllSegments(tx, storeId);
}
