import type { SegmentId } from '../shared/ids.ts';

export const segmentCauses = ['customerChanged', 'timePassed', 'modelChanged', 'ruleChanged'] as const;

/**
 * A customer came into a segment or left it. `customerChanged`: something happened to the customer; `timePassed`: what is
 * foreseen of them changed by nothing happening, as P(alive) falls day by day; `modelChanged`: the store learned to foresee
 * otherwise; `ruleChanged`: the segment was made or edited, so nothing happened to anybody, and no sequence starts from it.
 */
export interface SegmentMovement {
  readonly segmentId: SegmentId;
  readonly segmentKey: string;
  readonly name: string;
  readonly cause: (typeof segmentCauses)[number];
  /** It was moved by nothing but orders from before the store was connected: nothing happened to anybody now, and no sequence starts from it. */
  readonly isHistory?: boolean;
}

export type SegmentEvent =
  | { readonly kind: 'segmentEntered'; readonly data: SegmentMovement }
  | { readonly kind: 'segmentLeft'; readonly data: SegmentMovement };
