import type { ConnectionId, Id, Instant } from '@regulars/core/shared';

export type PullId = Id<'Pull'>;

/** `backfill`: what was before us. `reconcile`: what changed lately, webhooks or not. `repair`: a span that was found wanting. */
export type PullKind = 'backfill' | 'reconcile' | 'repair';

/** In the order in which they are read: orders find the categories of their products, and customers their accounts. */
export const pulledResources = ['products', 'customers', 'orders'] as const;
export type PulledResource = (typeof pulledResources)[number];

export type PullState = 'waiting' | 'running' | 'paused' | 'done' | 'failed';

/** How many were done at a moment. */
export type PaceMark = readonly [at: Instant, done: number];

/** One reading of one resource of a connection. */
export interface Pull {
  readonly id: PullId;
  readonly connectionId: ConnectionId;
  readonly kind: PullKind;
  readonly resource: PulledResource;
  readonly state: PullState;
  /** Only what changed then or later; null for everything. */
  readonly updatedFrom: Instant | null;
  readonly cursor: string | null;
  readonly eventsDone: number;
  readonly ordersDone: number;
  readonly partsRejected: number;
  readonly total: number | null;
  readonly pace: readonly PaceMark[];
  /** Tries in a row that brought no page. */
  readonly failures: number;
  readonly failureCode: string | null;
  readonly failureMessage: string | null;
  readonly waitsUntil: Instant | null;
  readonly startedAt: Instant | null;
  readonly lastPageAt: Instant | null;
  readonly finishedAt: Instant | null;
}
