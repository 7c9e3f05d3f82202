import type { Instant, SequenceId } from '@regulars/core/shared';

export type SequenceStatus = 'draft' | 'live' | 'paused';

/** A sequence of one store. What it does stands in its versions. */
export interface Sequence {
  readonly id: SequenceId;
  readonly key: string;
  readonly name: string;
  readonly status: SequenceStatus;
  /** The version new enrollments begin with; null until it was first switched on. */
  readonly liveVersion: number | null;
  readonly latestVersion: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}
