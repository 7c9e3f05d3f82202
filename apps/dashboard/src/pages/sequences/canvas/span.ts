import type { SequenceProgress } from '../../../api/sequences.ts';

/** Whom the counts are of: how many began in the last `days`, which is `since` that instant. */
export type Span = Pick<SequenceProgress, 'days' | 'since' | 'enrolled'>;
