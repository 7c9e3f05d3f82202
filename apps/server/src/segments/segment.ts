import type { Instant, SegmentId } from '@regulars/core/shared';
import type { SegmentRule } from '@regulars/core/segments';

/** A segment of one store. */
export interface Segment {
  readonly id: SegmentId;
  /** Stable; sequences name the segment by it. */
  readonly key: string;
  readonly name: string;
  readonly rule: SegmentRule;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
