import type { Instant, StoreId } from '@regulars/core/shared';
import type { SegmentMovement } from '@regulars/core/segments';
import type { Tx } from '../foundation/database/database.ts';
import { appendEvents } from '../foundation/events/event-log.ts';
import { countMovements } from './movement-days.ts';
import type { Movement } from './repository.ts';
import type { Segment } from './segment.ts';

/** So many events are written with one statement. */
const chunkSize = 5_000;

export type OnProgress = (done: number, total: number) => void;

/** Tells that a changed rule moved these customers. In the order of customers, as every batch does, so none waits crosswise. */
export async function recordRuleChange(
  tx: Tx,
  storeId: StoreId,
  segment: Pick<Segment, 'id' | 'key' | 'name'>,
  movements: readonly Pick<Movement, 'customerId' | 'kind'>[],
  now: Instant,
  onProgress: OnProgress,
): Promise<void> {
  const data: SegmentMovement = {
    segmentId: segment.id,
    segmentKey: segment.key,
    name: segment.name,
    cause: 'ruleChanged',
  };
  for (let start = 0; start < movements.length; start += chunkSize) {
    const chunk = movements.slice(start, start + chunkSize);
    await appendEvents(
      tx,
      storeId,
      chunk.map(({ customerId, kind }) => ({ customerId, kind, at: now, data })),
    );
    await countMovements(
      tx,
      storeId,
      chunk.map(({ kind }) => ({ segmentId: segment.id, kind, at: now })),
      'ruleChanged',
    );
    onProgress(start + chunk.length, movements.length);
  }
}
