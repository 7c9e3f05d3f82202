import type { Instant } from '@regulars/core/shared';
import type { PlatformEvent } from './platform-event.ts';

/** Where a pull begins: at a time, or where an earlier one stopped. */
export interface PullStart {
  /** Only what changed then or later; null for everything. */
  readonly updatedFrom: Instant | null;
  /** `PulledPage.next` of the last page that was kept, of a pull with the same `updatedFrom`; null to begin. */
  readonly cursor: string | null;
}

/** One page of what a platform has, in the words of its webhooks: applied in the same way, and as often as one likes. */
export interface PulledPage {
  readonly events: readonly PlatformEvent[];
  /** Where to go on once the events are kept; null when this was the last page. */
  readonly next: string | null;
}

/**
 * Reads what a platform has, oldest change first, never more than one page ahead of the reader. A page that was not kept is
 * read again from its cursor: nothing is missed, and what comes twice is the same.
 */
export interface PlatformPulls {
  orders(start: PullStart): AsyncIterable<PulledPage>;
  customers(start: PullStart): AsyncIterable<PulledPage>;
  products(start: PullStart): AsyncIterable<PulledPage>;
}
