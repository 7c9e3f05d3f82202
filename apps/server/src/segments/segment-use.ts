import type { SequenceId, StoreId } from '@regulars/core/shared';
import type { Tx } from '../foundation/database/database.ts';

/** A sequence that begins with, asks for or branches on a segment. */
export interface SegmentUse {
  readonly segmentKey: string;
  readonly sequenceId: SequenceId;
  readonly name: string;
  readonly status: 'draft' | 'live' | 'paused';
}

/** Which sequences use segments; given by the composition, because sequences belong to a room to the right. */
export type FindSegmentUses = (tx: Tx, storeId: StoreId) => Promise<readonly SegmentUse[]>;
