import type { Instant, SegmentId } from '@regulars/core/shared';
import type { SegmentRule } from '@regulars/core/segments';

/** A segment of one store. */
export interface Segment {
  readonly id: SegmentId;
  /** Stable; sequences name the segment by it. */
  readonly key: string;
  readonly name: string;
  readonly rule: SegmentRule;
  /** Since when it is set aside; null while it is in use. */
  readonly archivedAt: Instant | null;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
