import type { Rejection, Result, StoreId } from '@regulars/core/shared';
import { parseSequenceDefinition, type SequenceDefinition } from '@regulars/core/sequences';
import type { Tx } from '../foundation/database/database.ts';
import { listSegments } from '../segments/door.ts';

/** Which templates a store has; given by the composition, because templates belong to a room to the right. */
export type FindTemplateKeys = (tx: Tx, storeId: StoreId) => Promise<ReadonlySet<string>>;

/** Reads a definition against what the store has now. */
export async function checkDefinition(
  tx: Tx,
  storeId: StoreId,
  findTemplateKeys: FindTemplateKeys,
  input: unknown,
): Promise<Result<SequenceDefinition, readonly Rejection[]>> {
  const segments = await listSegments(tx, storeId);
  return parseSequenceDefinition(input, {
    templateKeys: await findTemplateKeys(tx, storeId),
    segmentKeys: new Set(segments.map(({ key }) => key)),
  });
}
