import type { CustomerId, StoreId } from '@regulars/core/shared';
import { explain, type SegmentExplanation } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';
import { loadFacts } from './load-facts.ts';
import { listAllSegments } from './repository.ts';

/** Why one customer is, or is not, in one segment. */
export interface SegmentVerdict extends SegmentExplanation {
  readonly key: string;
  readonly name: string;
}

/**
 * Why this customer is in each segment of the store, or why not.
 *
 * @returns null when the store has no such customer, or they were erased.
 */
export async function explainSegments(
  tx: Tx,
  storeId: StoreId,
  customerId: CustomerId,
): Promise<readonly SegmentVerdict[] | null> {
  const segments = await listAllSegments(tx, storeId);
  const facts = (
    await loadFacts(
      tx,
      storeId,
      [customerId],
      segments.map(({ rule }) => rule),
    )
  ).get(customerId);
  if (facts === undefined) return null;
  return segments.map(({ key, name, rule }) => ({ key, name, ...explain(rule, facts) }));
}
