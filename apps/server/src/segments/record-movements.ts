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

export interface MovementRecord {
  readonly cause: SegmentMovement['cause'];
  readonly now: Instant;
  readonly onProgress: OnProgress;
}

/** Tells that these customers, of the whole store, moved. In the order of customers, as every batch does, so none waits crosswise. */
export async function recordMovements(
  tx: Tx,
  storeId: StoreId,
  segment: Pick<Segment, 'id' | 'key' | 'name'>,
  movements: readonly Pick<Movement, 'customerId' | 'kind'>[],
  { cause, now, onProgress }: MovementRecord,
): Promise<void> {
  const data: SegmentMovement = { segmentId: segment.id, segmentKey: segment.key, name: segment.name, cause };
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
      cause,
    );
    onProgress(start + chunk.length, movements.length);
  }
}
