import type { SegmentId } from '../shared/ids.ts';

/**
 * A customer came into a segment or left it. `customerChanged`: something happened to the customer; `ruleChanged`: the
 * segment was made or edited, so nothing happened to anybody, and no sequence starts from it.
 */
export interface SegmentMovement {
  readonly segmentId: SegmentId;
  readonly segmentKey: string;
  readonly name: string;
  readonly cause: 'customerChanged' | 'ruleChanged';
}

export type SegmentEvent =
  | { readonly kind: 'segmentEntered'; readonly data: SegmentMovement }
  | { readonly kind: 'segmentLeft'; readonly data: SegmentMovement };
